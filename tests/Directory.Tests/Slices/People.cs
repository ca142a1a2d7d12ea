using System.Text.Json;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Short ways to enter people and positions.</summary>
static class People
{
    public static async Task<Guid> Board(this DirectoryRunning directory, string code) =>
        (await directory.Create("MASS_MOBILIZATION_BOARD", (await directory.Province(code)).Id(), "Ban Dân vận")).Id();

    public static async Task<Guid> Register(this DirectoryRunning directory, Guid unit, string name, bool isPublic = false)
    {
        var (status, person) = await directory.Root.Post(
            "/api/v1/people",
            new
            {
                unitId = unit,
                name,
                isPublic,
            }
        );
        Assert.Equal(201, status);
        return person.Id();
    }

    public static async Task<JsonElement> Take(
        this DirectoryRunning directory,
        Guid person,
        Guid unit,
        string title,
        string from,
        string? to = null
    )
    {
        var (status, position) = await directory.Root.Post($"/api/v1/people/{person}/positions", Position(unit, title, from, to));
        Assert.True(status == 201, position.ToString());
        return position;
    }

    public static object Position(Guid unit, string title, string from, string? to = null) =>
        new
        {
            unitId = unit,
            title,
            from,
            to,
            basis = "QĐ 1/TEST",
        };

    public static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
