using System.Net.Http.Headers;
using System.Text.Json;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

/// <summary>People and positions as they are entered, corrected and found.</summary>
[Collection("directory of staff")]
public sealed class PeopleSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_holder_of_a_title_is_whoever_held_it_on_the_day()
    {
        var board = await directory.Board("41");
        var (first, second) = (await directory.Register(board, "Bùi Thị Thử"), await directory.Register(board, "Mai Văn Thử"));
        var position = await directory.Take(first, board, "Trưởng Ban Dân vận", "2021-04-01");
        Assert.Equal(
            200,
            (await directory.Root.Post($"/api/v1/positions/{position.Id()}/ending", new { on = "2024-08-01", basis = "QĐ 2/TEST" })).Status
        );
        await directory.Take(second, board, "Trưởng ban Dân vận", "2024-08-01");

        Assert.Equal("Bùi Thị Thử", Assert.Single(await Holders(board, "truong ban dan van", "2024-07-31")).Text("personName"));
        Assert.Equal("Mai Văn Thử", Assert.Single(await Holders(board, "Trưởng Ban Dân vận", "2024-08-01")).Text("personName"));
        Assert.Empty(await Holders(board, "Trưởng Ban Dân vận", "2021-03-31"));
        Assert.Empty(await Holders(board, "Trưởng Ban", "2024-08-01"));
    }

    [Fact]
    public async Task A_person_holds_several_positions_at_once_and_not_one_twice()
    {
        var board = await directory.Board("42");
        var person = await directory.Register(board, "Nguyễn Doãn Thử");
        await directory.Take(person, board, "Phó Trưởng Ban", "2020-01-01");
        await directory.Take(person, board, "Ủy viên Ban Thường vụ", "2020-06-01");
        var again = await directory.Root.Post(
            $"/api/v1/people/{person}/positions",
            People.Position(board, "PHÓ TRƯỞNG BAN", "2022-01-01", "2023-01-01")
        );
        Assert.Equal((409, "positions.held-already"), (again.Status, again.Body.Text("code")));
        Assert.Equal(2, People.Items((await directory.Root.Get($"/api/v1/people/{person}/positions")).Body).Count);
        Assert.Single(People.Items((await directory.Root.Get($"/api/v1/people/{person}/positions?asOf=2020-05-31")).Body));
    }

    [Fact]
    public async Task Two_who_enter_the_same_position_at_once_end_in_one_position()
    {
        var board = await directory.Board("43");
        var person = await directory.Register(board, "Lê Văn Thử");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => directory.Root.Post($"/api/v1/people/{person}/positions", People.Position(board, "Trưởng Ban", "2022-01-01")))
        );
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal(409, answer.Status));
    }

    [Fact]
    public async Task A_correction_needs_the_version_that_was_read()
    {
        var board = await directory.Board("44");
        var person = await directory.Register(board, "Lê trí Thử");
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

        var position = await directory.Take(person, board, "Phó Ban", "2022-01-01");
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
        var board = await directory.Board("46");
        var person = await directory.Register(board, "Trần Thị Thử");
        var position = await directory.Take(person, board, "Trưởng Ban", "2022-01-01");
        var (status, body) = await directory.Root.Post($"/api/v1/positions/{position.Id()}/annulment", new { reason = "ghi nhầm người" });
        Assert.Equal(200, status);
        Assert.NotNull(body.Text("annulled"));
        Assert.Empty(People.Items((await directory.Root.Get($"/api/v1/people/{person}/positions")).Body));
        Assert.Empty(await Holders(board, "Trưởng Ban", "2022-06-01"));
        Assert.Equal(200, (await directory.Root.Get($"/api/v1/positions/{position.Id()}")).Status);
        await directory.Take(person, board, "Trưởng Ban", "2022-01-01");
    }

    [Fact]
    public async Task People_are_found_by_name_however_it_is_typed()
    {
        var board = await directory.Board("47");
        var person = await directory.Register(board, "Đỗ Văn Chiến Thử");
        foreach (var name in new[] { "do van chien thu", "ĐỖ VĂN CHIẾN", "chiến thử" })
            Assert.Contains(
                person,
                People
                    .Items((await directory.Root.Get($"/api/v1/people?limit=1000&name={Uri.EscapeDataString(name)}")).Body)
                    .Select(one => one.Id())
            );
        Assert.Empty(People.Items((await directory.Root.Get("/api/v1/people?name=%25van%25")).Body));
    }

    [Fact]
    public async Task A_staff_number_is_borne_once_in_a_unit_and_an_id_once_at_all()
    {
        var board = await directory.Board("91");
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
        var board = await directory.Board("92");
        var (hidden, known) = (
            await directory.Register(board, "Tên Riêng Kín"),
            await directory.Register(board, "Tên Công Khai", isPublic: true)
        );
        await directory.Take(hidden, board, "Chuyên viên", "2022-01-01");
        await directory.Take(known, board, "Trưởng Ban", "2022-01-01");
        Assert.Equal(0, await Events("Tên Riêng Kín"));
        // That of the person and that of the position.
        Assert.Equal(2, await Events("Tên Công Khai"));

        var corrected = new
        {
            unitId = board,
            name = "Tên Đã Sửa",
            isPublic = true,
        };
        Assert.Equal(200, (await directory.Root.Ask(HttpMethod.Put, $"/api/v1/people/{known}", corrected)).Status);
        Assert.Equal(2, await Events("Tên Đã Sửa"));
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

    async Task<IReadOnlyList<JsonElement>> Holders(Guid unit, string title, string asOf) =>
        People.Items((await directory.Root.Get($"/api/v1/positions?unitId={unit}&title={Uri.EscapeDataString(title)}&asOf={asOf}")).Body);
}
