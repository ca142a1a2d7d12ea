using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Decisions revoked in whole or in part.</summary>
[Collection<Slice>]
public sealed class RevocationTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_revoked_decision_stays_counted_as_awarded_and_not_in_the_net()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var id = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");

        var revoked = await clerk.Posted($"decisions/{id}/revocation", Revocation());

        Assert.Equal("REVOKED", revoked.Text("state"));
        Assert.Equal(29_800_000, revoked.Number("money", "toRecover"));
        Assert.Equal("FALSE_DECLARATION", revoked["revocations"]![0]!.Text("ground"));
        var recipients = (await clerk.Get($"statistics?movementId={movement}"))["decisions"]!["recipients"]!;
        Assert.Equal((15, 15, 0), (recipients.Number("asAwarded"), recipients.Number("revoked"), recipients.Number("netOfRevocations")));
        Assert.Equal("awards.revoked", await (await clerk.Post($"decisions/{id}/revocation", Revocation())).Refusal());
    }

    [Fact]
    public async Task A_revocation_touches_nobody_of_another_decision()
    {
        var (one, other) = (await clerk.Posted("decisions", Decision()), await clerk.Posted("decisions", Decision()));
        await clerk.Posted($"decisions/{other.Text("id")}/recipients", Recipients(Recipient("Lê Văn B")));
        var revocation = Revocation();
        revocation["recipientIds"] = new JsonArray((await Listed()).Text("id"));

        var foreign = await clerk.Post($"decisions/{one.Text("id")}/revocation", revocation);
        await clerk.Posted($"decisions/{one.Text("id")}/revocation", Revocation());

        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.False((await Listed())["revoked"]!.GetValue<bool>());

        async Task<JsonNode> Listed() => (await clerk.Get($"decisions/{other.Text("id")}/recipients"))["items"]![0]!;
    }

    [Fact]
    public async Task Who_lost_an_award_may_be_rewarded_again()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var id = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        await clerk.Posted($"decisions/{id}/recipients", Recipients(Recipient("Lê Văn B"), Recipient("Lê Văn C")));
        var listed = (await clerk.Get($"decisions/{id}/recipients"))["items"]!.AsArray();
        var lost = listed.Single(recipient => recipient!.Text("name") == "Lê Văn B")!.Text("id");
        var revocation = Revocation();
        revocation["recipientIds"] = new JsonArray(lost);

        var revoked = await clerk.Posted($"decisions/{id}/revocation", revocation);

        Assert.Equal(("PARTLY_REVOKED", 1_490_000), (revoked.Text("state"), revoked.Number("money", "toRecover")));
        var other = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post($"decisions/{other}/recipients", Recipients(Recipient("Lê Văn B")))).StatusCode);
    }
}
