using System.Text;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Bad input: a problem that names what is wrong, nothing changed, never a 500.</summary>
[Collection("directory")]
public class RefusalSlices(DirectoryRunning directory)
{
    [Theory]
    [InlineData("""{"name":"a"}""", "fullName")]
    [InlineData(
        """{"name":"","fullName":"a","kind":"PROVINCE","parentId":"00000000-0000-7000-8000-000000000001","from":"2004-01-01","legalBasis":"a"}""",
        "name"
    )]
    [InlineData(
        """{"name":"a","fullName":"a","kind":"PLANET","parentId":"00000000-0000-7000-8000-000000000001","from":"2004-01-01","legalBasis":"a"}""",
        "kind"
    )]
    [InlineData("""{"name":"a","fullName":"a","kind":"PROVINCE","parentId":"root","from":"2004-01-01","legalBasis":"a"}""", "parentId")]
    [InlineData(
        """{"name":"a","fullName":"a","kind":"PROVINCE","parentId":"00000000-0000-7000-8000-000000000001","from":"01/01/2004","legalBasis":"a"}""",
        "from"
    )]
    [InlineData(
        """{"name":"a","fullName":"a","kind":"PROVINCE","parentId":"00000000-0000-7000-8000-000000000001","from":"0204-01-01","legalBasis":"a"}""",
        "from"
    )]
    [InlineData(
        """{"name":"a","fullName":"a","kind":"PROVINCE","parentId":"00000000-0000-7000-8000-000000000001","from":"2004-01-01","legalBasis":"a","version":9}""",
        "version"
    )]
    [InlineData(
        """{"name":"a\u0000","fullName":"a","kind":"PROVINCE","parentId":"00000000-0000-7000-8000-000000000001","from":"2004-01-01","legalBasis":"a"}""",
        "name"
    )]
    public async Task A_body_that_is_not_right_is_refused_by_the_name_of_the_field(string body, string field)
    {
        var before = await Count();
        using var answer = await directory.Root.PostAsync("/api/v1/units", new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.True(text.Contains($"\"{field}\"", StringComparison.Ordinal), text);
        Assert.Equal(before, await Count());
    }

    [Theory]
    [InlineData("/api/v1/units?asOf=08/09/2025")]
    [InlineData("/api/v1/units?asOf=0001-01-01")]
    [InlineData("/api/v1/units?limit=0")]
    [InlineData("/api/v1/units?limit=1000000000")]
    [InlineData("/api/v1/units?after=x")]
    [InlineData("/api/v1/units?kind=planet")]
    [InlineData("/api/v1/units?unknown=1")]
    [InlineData("/api/v1/units?code=1&code=2")]
    [InlineData("/api/v1/units/search")]
    [InlineData("/api/v1/units/search?name=")]
    [InlineData("/api/v1/units/search?name=a%00b")]
    [InlineData("/api/v1/units/search?name=a&limit=101")]
    [InlineData("/api/v1/units/undecided")]
    [InlineData("/api/v1/units/unexplained")]
    [InlineData("/api/v1/units/lookup")]
    [InlineData("/api/v1/units/lookup?text=a,b,c,d,e,f,g,h,i")]
    [InlineData("/api/v1/units/lookup?text=,;")]
    [InlineData("/api/v1/calendar/working-days?from=2026-07-10&add=1&by=YEARS")]
    [InlineData("/api/v1/calendar/days")]
    [InlineData("/api/v1/calendar/days?year=1")]
    [InlineData("/api/v1/calendar/working-days?from=2026-07-10&add=-1")]
    [InlineData("/api/v1/calendar/working-days?from=2026-07-10&add=1001")]
    [InlineData("/api/v1/calendar/working-days?from=9999-12-31&add=7")]
    [InlineData("/api/v1/calendar/working-days?from=2026-07-10")]
    public async Task A_query_that_is_not_right_is_refused(string address)
    {
        var (status, problem) = await directory.Root.Get(address);
        Assert.Equal(400, status);
        Assert.True(problem.TryGetProperty("errors", out _), problem.ToString());
    }

    [Theory]
    [InlineData("/api/v1/units/01a1b2c3-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/units/01a1b2c3-0000-7000-8000-000000000000/history")]
    [InlineData("/api/v1/units/01a1b2c3-0000-7000-8000-000000000000/ancestors")]
    [InlineData("/api/v1/clients/01a1b2c3-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/units/not-an-id/history")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(404, (await directory.Root.Get(address)).Status);

    [Theory]
    [InlineData("kind=units", "", "không có dòng dữ liệu")]
    [InlineData("kind=units", "a,b\n1,2", "code,level,kind,name,full_name,parent_code")]
    [InlineData("kind=mergers", "code,level,kind,name,full_name,parent_code\n", "old_code,old_full_name,new_code,new_full_name")]
    public async Task A_file_that_cannot_be_read_says_why(string kind, string file, string reason)
    {
        var (status, text) = await Import(kind, Encoding.UTF8.GetBytes(file));
        Assert.Equal(400, status);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_1258_bytes_are_refused_as_such()
    {
        byte[] file = [.. "code,level,kind,name,full_name,parent_code\n98,province,province,T"u8, 0xEC, .. "nh,a,\n"u8];
        var (status, text) = await Import("kind=units", file);
        Assert.Equal(400, status);
        Assert.Contains("UTF-8", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        byte[] file =
        [
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes("code,level,kind,name,full_name,parent_code\n99,province,province,Dấu,Tỉnh Dấu,\n"),
        ];
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } };
        using var answer = await directory.Root.PostAsync(
            "/api/v1/units/imports?kind=units&effectiveFrom=2025-07-01&legalBasis=a&dryRun=true",
            body
        );
        Assert.Contains("\"created\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_CSV_nor_JSON_is_not_taken()
    {
        using var body = new ByteArrayContent("code\n"u8.ToArray()) { Headers = { ContentType = new("text/plain") } };
        using var answer = await directory.Root.PostAsync("/api/v1/units/imports?kind=units&effectiveFrom=2025-07-01&legalBasis=a", body);
        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task JSON_that_is_none_is_refused_and_one_bad_row_stops_the_file()
    {
        Assert.Equal(400, (await Import("kind=units", "[{"u8.ToArray(), "application/json")).Status);
        const string Rows = """
            [{"code":"97","level":"province","kind":"province","name":"Một","fullName":"Tỉnh Một","parentCode":null},
             {"code":"9x","level":"province","kind":"province","name":"Hai","fullName":"Tỉnh Hai","parentCode":null}]
            """;
        var (status, text) = await Import("kind=units", Encoding.UTF8.GetBytes(Rows), "application/json");
        Assert.Equal(400, status);
        Assert.Contains("line 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_it_is_sent()
    {
        var client = directory.Root;
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var body = new ByteArrayContent(new byte[60 * 1024 * 1024]) { Headers = { ContentType = new("text/csv") } };
        using var answer = await client.PostAsync("/api/v1/units/imports?kind=units&effectiveFrom=2025-07-01&legalBasis=a", body);
        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Only_the_root_imports_and_only_an_administrator()
    {
        var province = await directory.Province("36", "Nhập");
        foreach (var client in new[] { directory.As(province.Id()), directory.As(RootUnit.Id, "directory.read", "directory.write") })
        {
            using var body = new ByteArrayContent("code\n"u8.ToArray()) { Headers = { ContentType = new("text/csv") } };
            using var answer = await client.PostAsync("/api/v1/units/imports?kind=units&effectiveFrom=2025-07-01&legalBasis=a", body);
            Assert.Equal(403, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("kind=planets&effectiveFrom=2025-07-01&legalBasis=a")]
    [InlineData("kind=units&effectiveFrom=2025-07-01")]
    [InlineData("kind=units&legalBasis=a")]
    public async Task An_import_needs_its_terms(string query)
    {
        using var body = new ByteArrayContent("code\n"u8.ToArray()) { Headers = { ContentType = new("text/csv") } };
        using var answer = await directory.Root.PostAsync($"/api/v1/units/imports?{query}", body);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    async Task<(int Status, string Text)> Import(string kind, byte[] file, string type = "text/csv")
    {
        var before = await Count();
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new(type) } };
        using var answer = await directory.Root.PostAsync($"/api/v1/units/imports?{kind}&effectiveFrom=2025-07-01&legalBasis=a", body);
        Assert.Equal(before, await Count());
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task<long> Count() => directory.Service.Database.Scalar<long>("select count(*) from units");
}
