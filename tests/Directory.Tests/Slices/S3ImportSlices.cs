using System.Text;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>An import whose file waits for its operation in a bucket.</summary>
public class S3ImportSlices(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task An_import_is_applied_from_the_bucket()
    {
        await using var platform = await TestPlatform.Start(["directory"], server.Settings);
        using var root = platform["directory"].As(RootUnit.Id, "directory.read", "directory.admin");
        var file = Encoding.UTF8.GetBytes("code,level,kind,name,full_name,parent_code\n99,province,province,Ví Dụ Chín,Tỉnh Ví Dụ Chín,\n");

        var report = await Imports.Apply(root, "units", file, "2025-07-01");

        Assert.Equal(1, report.Number("created"));
        Assert.Equal(1, server.Stored("directory"));
    }
}
