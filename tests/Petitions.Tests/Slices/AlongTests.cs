using System.Net;
using System.Text.Json.Nodes;
using DanVan.Petitions.Tests.Files;
using DanVan.Support;
using Npgsql;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>
/// What came with a petition goes along with it, to the unit that it is forwarded to and to the contents that it is split into. From then on each has its own, of the
/// same bytes.
/// </summary>
[Collection(PetitionsRunning.Shared)]
public sealed class AlongTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient board = Of(running, PetitionsRunning.Board);
    readonly HttpClient committee = Of(running, PetitionsRunning.Committee);

    [Fact]
    public async Task The_unit_that_it_is_forwarded_to_has_the_attachments_by_the_same_rules()
    {
        var (file, copy) = (Samples.Text(), Samples.Text());
        var sent = $"{Book}/{await board.Received(Paper("TO_CAO", PetitionsRunning.Board))}";
        var first = await board.Attached(sent, file);
        await board.Redacted(sent, 1, copy);
        await board.Attached(sent, Samples.Text());
        await IdentityGrantTests.Granted(running.Head, sent, "XAC_MINH");

        var entered = await Forwarded(sent);

        var listed = (await committee.Get($"{entered}/attachments")).AsArray();
        Assert.Equal(["1 REDACTED", "2 SEALED"], listed.Select(one => $"{one!["number"]} {one.Text("visibility")}"));
        Assert.NotEqual(first.Text("id"), listed[0].Text("id"));
        Assert.Equal(copy, await (await committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        // Leave that was given for the one opens nothing of the other.
        Assert.Equal("petitions.identity-not-granted", await (await committee.OpenOriginal(entered)).Refusal(HttpStatusCode.Forbidden));
        await IdentityGrantTests.Granted(running.Head, entered, "XAC_MINH");
        Assert.Equal(file, await (await committee.OpenOriginal(entered)).Bytes());
        Assert.Equal(2, (await committee.Get($"{entered}/history"))[0]!["data"]!["attachments"]!.GetValue<int>());
        foreach (var redacted in (bool[])[false, true])
            Assert.Equal((await running.Blobs(sent, redacted)).Order(), (await running.Blobs(entered, redacted)).Order());
    }

    [Fact]
    public async Task Neither_finds_those_of_the_other_nor_a_neighbour_any()
    {
        var sent = await WithAttachment(Samples.Text());
        var entered = await Forwarded(sent);
        var neighbour = Of(running, PetitionsRunning.Neighbour);

        foreach (var (stranger, path) in new[] { (committee, sent), (board, entered), (neighbour, sent), (neighbour, entered) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/attachments")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenOriginal(path)).StatusCode);
        }
    }

    [Fact]
    public async Task It_goes_along_as_often_as_the_petition_is_sent_on()
    {
        var file = Samples.Text();
        var second = await Forwarded(await WithAttachment(file, "KIEN_NGHI"));
        var third = await Forwarded(second, committee, clerk, PetitionsRunning.Province);

        Assert.Equal(file, await (await clerk.OpenOriginal(third)).Bytes());
    }

    [Fact]
    public async Task A_content_that_is_split_off_has_all_attachments_or_those_that_are_named()
    {
        var (one, other) = (Samples.Text(), Samples.Text());
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, one);
        var named = (await clerk.Attached(paper, other)).Text("id");

        var parts = await Split(paper, null, [named], []);

        Assert.Equal([one, other], await Originals(parts[0]));
        Assert.Equal([other], await Originals(parts[1]));
        Assert.Empty(await Originals(parts[2]));
        Assert.Equal([one, other], await Originals(paper));
        Assert.Equal(1, (await clerk.Get($"{parts[1]}/history"))[0]!["data"]!["attachments"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_attachment_of_another_petition_does_not_go_along_and_nothing_is_split()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var another = (await clerk.Attached($"{Book}/{await clerk.Received()}", Samples.Text())).Text("id");

        var problem = await (await clerk.Post($"{paper}/parts", Parts(null, [another]))).Read(HttpStatusCode.BadRequest);

        Assert.Equal("petitions.unknown-attachment", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["parts[1].attachmentIds"]);
        Assert.Empty((await clerk.Get($"{paper}/case"))["parts"]!.AsArray());
    }

    [Fact]
    public async Task An_erasure_leaves_the_other_its_own_and_the_last_takes_the_bytes()
    {
        var file = Samples.Text();
        var sent = await WithAttachment(file);
        var entered = await Forwarded(sent);
        var blob = (await running.Blobs(sent, redacted: false)).Single();

        await Erase(board, sent);
        await Swept(blob);

        Assert.Equal("petitions.attachment-erased", await (await board.OpenOriginal(sent)).Refusal(HttpStatusCode.Gone));
        Assert.Empty(await running.Blobs(sent, redacted: false));
        Assert.Equal(file, await (await committee.OpenOriginal(entered)).Bytes());
        await NotAccepted(committee, entered);
        await Erase(committee, entered);
        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
    }

    [Fact]
    public async Task A_better_redacted_copy_of_the_one_leaves_the_other_its_own()
    {
        var (copy, better) = (Samples.Text(), Samples.Text());
        var sent = await WithAttachment(Samples.Text());
        await board.Redacted(sent, 1, copy);
        var entered = await Forwarded(sent);
        var blob = (await running.Blobs(sent, redacted: true)).Single();

        await committee.Redacted(entered, 1, better);
        await Swept(blob);

        Assert.Equal(better, await (await committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        Assert.Equal(copy, await (await board.GetAsync($"{sent}/attachments/1/redaction")).Bytes());
    }

    [Fact]
    public async Task What_was_erased_before_does_not_go_along_but_for_its_redacted_copy()
    {
        var copy = Samples.Text();
        var sent = await WithAttachment(Samples.Text());
        await board.Attached(sent, Samples.Text());
        await board.Redacted(sent, 2, copy);
        await Send(board, sent, PetitionsRunning.Committee);
        await Erase(board, sent);

        var entered = await Enter(committee, sent);

        var only = Assert.Single((await committee.Get($"{entered}/attachments")).AsArray())!;
        Assert.Equal((1, "REDACTED", "2026-08-14"), (only["number"]!.GetValue<int>(), only.Text("visibility"), only.Text("erasedOn")));
        Assert.Equal(copy, await (await committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        Assert.Equal("petitions.attachment-erased", await (await committee.OpenOriginal(entered)).Refusal(HttpStatusCode.Gone));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_attachment_there_too()
    {
        var file = Samples.Text();
        var entered = await Forwarded(
            await Forwarded(await WithAttachment(file, "KIEN_NGHI")),
            committee,
            clerk,
            PetitionsRunning.Province
        );
        var known = (await clerk.Get($"{entered}/attachments"))[0]!;

        var again = await (await clerk.Upload($"{entered}/attachments", file)).Read();

        Assert.Equal(known.Text("id"), again.Text("id"));
        await clerk.Attached(entered, Samples.Text());
        Assert.Equal(2, (await clerk.Get($"{entered}/attachments")).AsArray().Count);
    }

    [Fact]
    public async Task Of_many_erasures_at_once_the_last_takes_the_bytes()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var blob = (await running.Blobs(paper, redacted: false)).Single();
        string[] all = [paper, .. await Split(paper, null, null, null, null, null, null, null)];
        foreach (var one in all)
            await NotAccepted(clerk, one);

        await Task.WhenAll(all.Select(one => Erase(clerk, one)));

        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
        await Swept(blob);
    }

    [Fact]
    public async Task What_is_being_erased_is_waited_for_and_does_not_go_along()
    {
        var sent = await WithAttachment(Samples.Text());
        await Send(board, sent, PetitionsRunning.Committee);
        await using var erasing = await Holding("select from petitions where id = $1 for update", Id(sent));

        var entering = Enter(committee, sent);
        await Waiting("select from petitions where id = %");
        await Do(erasing, "delete from sealed_files f using attachments a where a.id = f.attachment_id and a.petition_id = $1", Id(sent));
        await Do(erasing, "commit");

        Assert.Empty((await committee.Get($"{await entering}/attachments")).AsArray());
    }

    [Fact]
    public async Task Bytes_given_up_while_a_sweep_looks_at_them_are_looked_at_again()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var blob = (await running.Blobs(paper, redacted: false)).Single();
        await NotAccepted(clerk, paper);
        // A sweep that has found them needed, and is about to take its row away.
        await running.Service.Database.Execute(
            "insert into unused_blobs (sha256, length, since) values ($1, 1, now() + interval '1 day')",
            blob
        );
        await using var sweeping = await Holding("select from unused_blobs where sha256 = $1 for update", blob);

        var erasing = Erase(clerk, paper);
        await Waiting("%delete from sealed_files%");
        await Do(sweeping, "delete from unused_blobs where sha256 = $1", blob);
        await Do(sweeping, "commit");
        await erasing;

        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
    }

    static HttpClient Of(PetitionsRunning running, Guid unit) =>
        running.Service.As(unit, "petitions.read", "petitions.write", "petitions.decide", "petitions.identity");

    /// <summary>A petition that the board may forward, with a file.</summary>
    async Task<string> WithAttachment(byte[] file, string kind = "KHIEU_NAI")
    {
        var path = $"{Book}/{await board.Received(Paper(kind, PetitionsRunning.Board).With("channel", "NOP_TRUC_TIEP"))}";
        await board.Attached(path, file);
        return path;
    }

    Task<string> Forwarded(string path) => Forwarded(path, board, committee, PetitionsRunning.Committee);

    static async Task<string> Forwarded(string path, HttpClient from, HttpClient to, Guid unit)
    {
        await Send(from, path, unit);
        return await Enter(to, path);
    }

    static Task<JsonNode> Send(HttpClient from, string path, Guid unit) =>
        from.Take(
            path,
            "forwarding",
            new JsonObject
            {
                ["toUnitId"] = unit,
                ["forwardedOn"] = "2026-08-10",
                ["letterNumber"] = "12/CV",
            }
        );

    static async Task<string> Enter(HttpClient to, string path)
    {
        var answer = await to.Post($"{path}/entry", new JsonObject { ["receivedOn"] = "2026-08-10" });
        return $"{Book}/{(await answer.Read(HttpStatusCode.Created)).Text("id")}";
    }

    async Task<string[]> Split(string paper, params string[]?[] attachments)
    {
        var answer = await (await clerk.Post($"{paper}/parts", Parts(attachments))).Read();
        return [.. answer["parts"]!.AsArray().Select(part => $"{Book}/{part.Text("id")}")];
    }

    /// <summary>A content for each, with the attachments that it names.</summary>
    static JsonObject Parts(params string[]?[] attachments)
    {
        var body = CaseTests.Parts("Thu tiền đo đạc sai quy định");
        var content = body["parts"]![0]!.AsObject().With("kind", "KHIEU_NAI");
        body["parts"] = new JsonArray([
            .. attachments.Select(ids =>
            {
                var part = content.DeepClone();
                part["attachmentIds"] = ids is null ? null : new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
                return part;
            }),
        ]);
        return body;
    }

    async Task<List<byte[]>> Originals(string path)
    {
        var files = new List<byte[]>();
        foreach (var one in (await clerk.Get($"{path}/attachments")).AsArray())
            files.Add(await (await clerk.OpenOriginal(path, one!["number"]!.GetValue<int>())).Bytes());
        return files;
    }

    static Task<JsonNode> NotAccepted(HttpClient client, string path) =>
        client.Take(path, "non-acceptance", Steps.Body("non-acceptance").With("decidedOn", "2026-08-12"));

    static Task<JsonNode> Erase(HttpClient client, string path) => client.Take(path, "identity-erasure", Steps.Decided("2026-08-14"));

    static Guid Id(string path) => Guid.Parse(path.Split('/')[^1]);

    /// <summary>Until a sweep has looked at bytes that were given up.</summary>
    Task Swept(string blob) =>
        Eventually.True(
            "a sweep",
            async () => await running.Service.Database.Scalar<long>("select count(*) from unused_blobs where sha256 = $1", blob) == 0
        );

    /// <summary>Until a statement of the service waits for a lock.</summary>
    Task Waiting(string statement) =>
        Eventually.True(
            $"{statement} to wait",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1",
                    statement
                ) == 1
        );

    /// <summary>Another's transaction, with what it has locked.</summary>
    async Task<NpgsqlConnection> Holding(string statement, object value)
    {
        var connection = await running.Service.Database.Source.OpenConnectionAsync();
        await Do(connection, "begin");
        await Do(connection, statement, value);
        return connection;
    }

    static async Task Do(NpgsqlConnection connection, string statement, params object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
