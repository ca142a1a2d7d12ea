using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class PeopleSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_holder_of_a_title_is_whoever_held_it_on_the_day()
    {
        var board = await Board("41");
        var (first, second) = (await Register(board, "Bùi Thị Thử"), await Register(board, "Mai Văn Thử"));
        var position = await Take(first, board, "Trưởng Ban Dân vận", "2021-04-01");
        Assert.Equal(
            200,
            (await directory.Root.Post($"/api/v1/positions/{position.Id()}/ending", new { on = "2024-08-01", basis = "QĐ 2/TEST" })).Status
        );
        await Take(second, board, "Trưởng ban Dân vận", "2024-08-01");

        Assert.Equal("Bùi Thị Thử", Assert.Single(await Holders(board, "truong ban dan van", "2024-07-31")).Text("personName"));
        Assert.Equal("Mai Văn Thử", Assert.Single(await Holders(board, "Trưởng Ban Dân vận", "2024-08-01")).Text("personName"));
        Assert.Empty(await Holders(board, "Trưởng Ban Dân vận", "2021-03-31"));
        Assert.Empty(await Holders(board, "Trưởng Ban", "2024-08-01"));
    }

    [Fact]
    public async Task A_person_holds_several_positions_at_once_and_not_one_twice()
    {
        var board = await Board("42");
        var person = await Register(board, "Nguyễn Doãn Thử");
        await Take(person, board, "Phó Trưởng Ban", "2020-01-01");
        await Take(person, board, "Ủy viên Ban Thường vụ", "2020-06-01");
        var again = await directory.Root.Post(
            $"/api/v1/people/{person}/positions",
            Position(board, "PHÓ TRƯỞNG BAN", "2022-01-01", "2023-01-01")
        );
        Assert.Equal((409, "positions.held-already"), (again.Status, again.Body.Text("code")));
        Assert.Equal(2, Items((await directory.Root.Get($"/api/v1/people/{person}/positions")).Body).Count);
        Assert.Single(Items((await directory.Root.Get($"/api/v1/people/{person}/positions?asOf=2020-05-31")).Body));
    }

    [Fact]
    public async Task Two_who_enter_the_same_position_at_once_end_in_one_position()
    {
        var board = await Board("43");
        var person = await Register(board, "Lê Văn Thử");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => directory.Root.Post($"/api/v1/people/{person}/positions", Position(board, "Trưởng Ban", "2022-01-01")))
        );
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal(409, answer.Status));
    }

    [Fact]
    public async Task A_correction_needs_the_version_that_was_read()
    {
        var board = await Board("44");
        var person = await Register(board, "Lê trí Thử");
        var root = directory.Root;
        root.DefaultRequestHeaders.IfMatch.Add(EntityTagHeaderValue.Parse("\"1\""));
        var right = new
        {
            unitId = board,
            name = "Lê Trí Thử",
            isPublic = false,
        };
        Assert.Equal(200, (await root.Ask(HttpMethod.Put, $"/api/v1/people/{person}", right)).Status);
        Assert.Equal(412, (await root.Ask(HttpMethod.Put, $"/api/v1/people/{person}", right)).Status);

        var position = await Take(person, board, "Phó Ban", "2022-01-01");
        var corrected = new
        {
            title = "Phó Trưởng Ban",
            from = "2022-02-01",
            to = "2023-01-01",
            basis = "QĐ 1/TEST",
            endingBasis = "QĐ 2/TEST",
        };
        var (status, body) = await root.Ask(HttpMethod.Put, $"/api/v1/positions/{position.Id()}", corrected);
        Assert.Equal((200, "Phó Trưởng Ban", "2023-01-01"), (status, body.Text("title"), body.Text("to")));
        Assert.Equal(412, (await root.Ask(HttpMethod.Put, $"/api/v1/positions/{position.Id()}", corrected)).Status);
        Assert.Equal(412, (await root.Post($"/api/v1/positions/{position.Id()}/annulment", new { reason = "thử" })).Status);
        Assert.Equal(
            412,
            (await root.Post($"/api/v1/positions/{position.Id()}/ending", new { on = "2024-01-01", basis = "QĐ 3/TEST" })).Status
        );
    }

    [Fact]
    public async Task An_annulled_position_leaves_the_lists_and_frees_its_time()
    {
        var board = await Board("46");
        var person = await Register(board, "Trần Thị Thử");
        var position = await Take(person, board, "Trưởng Ban", "2022-01-01");
        var (status, body) = await directory.Root.Post($"/api/v1/positions/{position.Id()}/annulment", new { reason = "ghi nhầm người" });
        Assert.Equal(200, status);
        Assert.NotNull(body.Text("annulled"));
        Assert.Empty(Items((await directory.Root.Get($"/api/v1/people/{person}/positions")).Body));
        Assert.Empty(await Holders(board, "Trưởng Ban", "2022-06-01"));
        Assert.Equal(200, (await directory.Root.Get($"/api/v1/positions/{position.Id()}")).Status);
        await Take(person, board, "Trưởng Ban", "2022-01-01");
    }

    [Fact]
    public async Task People_are_found_by_name_however_it_is_typed()
    {
        var board = await Board("47");
        var person = await Register(board, "Đỗ Văn Chiến Thử");
        foreach (var name in new[] { "do van chien thu", "ĐỖ VĂN CHIẾN", "chiến thử" })
            Assert.Contains(
                person,
                Items((await directory.Root.Get($"/api/v1/people?limit=1000&name={Uri.EscapeDataString(name)}")).Body)
                    .Select(one => one.Id())
            );
        Assert.Empty(Items((await directory.Root.Get("/api/v1/people?name=%25van%25")).Body));
    }

    [Fact]
    public async Task What_is_visible_follows_the_tree_of_the_day()
    {
        var (mine, neighbour) = (await directory.Province("61", "Mình"), await directory.Province("63", "Bên cạnh"));
        var body = await directory.Create("DEPARTMENT", mine.Id(), "Sở");
        var person = await Register(RootUnit.Id, "Phạm Văn Thử");
        var position = await Take(person, body.Id(), "Giám đốc", "2020-01-01");
        var moved = await directory.Root.Post(
            $"/api/v1/units/{body.Id()}/move",
            new
            {
                on = "2022-01-01",
                parentId = neighbour.Id(),
                legalBasis = "NQ 1/TEST",
            }
        );
        Assert.Equal(200, moved.Status);

        var (before, after) = (directory.As(mine.Id()), directory.As(neighbour.Id()));
        Assert.Equal(200, (await before.Get($"/api/v1/people/{person}?asOf=2021-12-31")).Status);
        Assert.Equal(404, (await before.Get($"/api/v1/people/{person}?asOf=2022-01-01")).Status);
        Assert.Equal(404, (await after.Get($"/api/v1/people/{person}?asOf=2021-12-31")).Status);
        Assert.Equal(200, (await after.Get($"/api/v1/people/{person}")).Status);
        Assert.Single(Items((await before.Get($"/api/v1/positions?personId={person}&asOf=2021-12-31")).Body));
        Assert.Empty(Items((await before.Get($"/api/v1/positions?personId={person}")).Body));
        Assert.Equal(
            (404, 200),
            (
                (await before.Get($"/api/v1/positions/{position.Id()}")).Status,
                (await after.Get($"/api/v1/positions/{position.Id()}")).Status
            )
        );
        // A position makes a person visible; only who keeps the record corrects it.
        var wrong = new
        {
            unitId = neighbour.Id(),
            name = "x",
            isPublic = true,
        };
        Assert.Equal(404, (await after.Ask(HttpMethod.Put, $"/api/v1/people/{person}", wrong)).Status);
    }

    [Fact]
    public async Task Every_operation_answers_404_to_a_neighbour()
    {
        var (mine, neighbour) = (await directory.Province("76", "Mình"), await directory.Province("78", "Bên cạnh"));
        var person = await Register(mine.Id(), "Hoàng Văn Thử");
        var position = await Take(person, mine.Id(), "Chánh Văn phòng", "2020-01-01");
        var stranger = directory.As(neighbour.Id());
        foreach (var (method, address, body) in Operations(person, position.Id(), mine.Id()))
            Assert.Equal((address, 404), (address, (await stranger.Ask(method, address, body)).Status));
        foreach (var list in new[] { "people", "positions" })
            Assert.DoesNotContain(
                "Hoàng Văn Thử",
                (await stranger.Get($"/api/v1/{list}?limit=1000")).Body.ToString(),
                StringComparison.Ordinal
            );
        Assert.Equal(1, (await directory.As(mine.Id()).Get($"/api/v1/people/{person}")).Body.GetProperty("version").GetInt32());
        Assert.Equal(1, (await directory.As(mine.Id()).Get($"/api/v1/positions/{position.Id()}")).Body.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Without_its_scope_an_operation_is_forbidden_and_without_a_token_unauthenticated()
    {
        var person = await Register(RootUnit.Id, "Vũ Văn Thử");
        var position = await Take(person, RootUnit.Id, "Chuyên viên", "2020-01-01");
        foreach (var (method, address, body) in Operations(person, position.Id(), RootUnit.Id))
        {
            var other = directory.As(RootUnit.Id, method == HttpMethod.Get ? "people.write" : "people.read");
            Assert.Equal((address, 403), (address, (await other.Ask(method, address, body)).Status));
            Assert.Equal((address, 401), (address, (await directory.Service.Http.Ask(method, address, body)).Status));
        }
    }

    [Fact]
    public async Task A_staff_number_is_borne_once_in_a_unit_and_an_id_once_at_all()
    {
        var board = await Board("91");
        var person = new
        {
            id = Guid.CreateVersion7(),
            unitId = board,
            name = "Một",
            staffNumber = "CB-7",
        };
        Assert.Equal(201, (await directory.Root.Post("/api/v1/people", person)).Status);
        Assert.Equal("people.already-exists", (await directory.Root.Post("/api/v1/people", person)).Body.Text("code"));
        var other = await directory.Root.Post("/api/v1/people", person with { id = Guid.CreateVersion7() });
        Assert.Equal((409, "people.staff-number-taken"), (other.Status, other.Body.Text("code")));
        Assert.Equal(
            404,
            (await directory.Root.Post("/api/v1/people", person with { id = Guid.CreateVersion7(), unitId = Guid.CreateVersion7() })).Status
        );
    }

    [Fact]
    public async Task No_event_names_anybody_but_the_holder_of_a_public_office()
    {
        var board = await Board("92");
        var (hidden, known) = (await Register(board, "Tên Riêng Kín"), await Register(board, "Tên Công Khai", isPublic: true));
        await Take(hidden, board, "Chuyên viên", "2022-01-01");
        await Take(known, board, "Trưởng Ban", "2022-01-01");
        Assert.Equal(0, await Events("Tên Riêng Kín"));
        Assert.Equal(1, await Events("Tên Công Khai"));

        var corrected = new
        {
            unitId = board,
            name = "Tên Đã Sửa",
            isPublic = true,
        };
        Assert.Equal(200, (await directory.Root.Ask(HttpMethod.Put, $"/api/v1/people/{known}", corrected)).Status);
        Assert.Equal(1, await Events("Tên Đã Sửa"));
        Assert.Equal(
            200,
            (
                await directory.Root.Ask(HttpMethod.Put, $"/api/v1/people/{hidden}", corrected with { isPublic = false, name = "Kín Hơn" })
            ).Status
        );
        Assert.Equal(0, await Events("Kín Hơn"));
        Assert.Equal(0, await Events("CB-"));
    }

    Task<long> Events(string text) =>
        directory.Service.Database.Scalar<long>(
            """
            select count(*) from (select data from chassis.journal union all select data from chassis.outbox) events
            where data::text like '%' || $1 || '%'
            """,
            text
        );

    static IEnumerable<(HttpMethod, string, object?)> Operations(Guid person, Guid position, Guid unit) =>
        [
            (HttpMethod.Get, $"/api/v1/people/{person}", null),
            (HttpMethod.Get, $"/api/v1/people/{person}/positions", null),
            (HttpMethod.Get, $"/api/v1/positions/{position}", null),
            (HttpMethod.Post, "/api/v1/people", new { unitId = unit, name = "x" }),
            (
                HttpMethod.Put,
                $"/api/v1/people/{person}",
                new
                {
                    unitId = unit,
                    name = "x",
                    isPublic = true,
                }
            ),
            (HttpMethod.Post, $"/api/v1/people/{person}/positions", Position(unit, "x", "2022-01-01")),
            (
                HttpMethod.Put,
                $"/api/v1/positions/{position}",
                new
                {
                    title = "x",
                    from = "2020-01-01",
                    basis = "x",
                }
            ),
            (HttpMethod.Post, $"/api/v1/positions/{position}/ending", new { on = "2024-01-01", basis = "x" }),
            (HttpMethod.Post, $"/api/v1/positions/{position}/annulment", new { reason = "x" }),
        ];

    async Task<Guid> Board(string code) =>
        (await directory.Create("MASS_MOBILIZATION_BOARD", (await directory.Province(code)).Id(), "Ban Dân vận")).Id();

    async Task<Guid> Register(Guid unit, string name, bool isPublic = false)
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

    async Task<JsonElement> Take(Guid person, Guid unit, string title, string from, string? to = null)
    {
        var (status, position) = await directory.Root.Post($"/api/v1/people/{person}/positions", Position(unit, title, from, to));
        Assert.True(status == 201, position.ToString());
        return position;
    }

    async Task<IReadOnlyList<JsonElement>> Holders(Guid unit, string title, string asOf) =>
        Items((await directory.Root.Get($"/api/v1/positions?unitId={unit}&title={Uri.EscapeDataString(title)}&asOf={asOf}")).Body);

    static object Position(Guid unit, string title, string from, string? to = null) =>
        new
        {
            unitId = unit,
            title,
            from,
            to,
            basis = "QĐ 1/TEST",
        };

    static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
