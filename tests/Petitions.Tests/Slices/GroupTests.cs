using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A complaint of a group over HTTP.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class GroupTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_group_complaint_is_accepted_with_its_representatives_and_goes_on_when_one_withdraws()
    {
        var id = await clerk.Received(Of(6));
        Assert.Equal(
            "petitions.appointment-missing",
            await (await clerk.Post($"{Book}/{id}/acceptance", ChainTests.Acceptance())).Refusal()
        );
        Assert.Equal(
            "petitions.number-of-representatives",
            await (await clerk.Post($"{Book}/{id}/representatives", Appointment(3, 6))).Refusal()
        );
        await (await clerk.Post($"{Book}/{id}/representatives", Appointment(2, 6))).Read();
        await (await clerk.Post($"{Book}/{id}/acceptance", ChainTests.Acceptance())).Read();

        var left = await (await clerk.Post($"{Book}/{id}/signatories/withdrawals", Withdrawal(1))).Read();

        Assert.Equal("ACCEPTED", left.Text("state"));
        Assert.Equal((5, 2), (left["intake"]!["signatories"]!.GetValue<int>(), left["intake"]!["representatives"]!.GetValue<int>()));
        Assert.Equal("petitions.all-withdraw", await (await clerk.Post($"{Book}/{id}/signatories/withdrawals", Withdrawal(5))).Refusal());
        var history = (await clerk.Get($"{Book}/{id}/history")).AsArray();
        Assert.Equal(6, history[0]!["data"]!["signatories"]!.GetValue<int>());
        Assert.Equal((1, 5), (history[^1]!["data"]!["count"]!.GetValue<int>(), history[^1]!["data"]!["remaining"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100_001)]
    public async Task A_number_of_signatories_that_cannot_be_is_named(int signatories)
    {
        var problem = await (await clerk.Post(Book, Of(signatories))).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["signatories"]);
    }

    public static JsonObject Appointment(int representatives, int signedBy) =>
        new()
        {
            ["representatives"] = representatives,
            ["signedBy"] = signedBy,
            ["appointedOn"] = "2026-08-02",
        };

    public static JsonObject Withdrawal(int count) =>
        new()
        {
            ["count"] = count,
            ["withdrawnOn"] = "2026-08-06",
            ["documentNumber"] = "05/BB",
        };

    static JsonObject Of(int signatories)
    {
        var paper = Paper();
        paper["signatories"] = signatories;
        return paper;
    }
}
