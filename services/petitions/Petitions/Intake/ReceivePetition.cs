using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Receipts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Intake;

/// <summary>Enters a petition in the book of a unit, seals who sent it, and counts the first duty.</summary>
public static class ReceivePetition
{
    /// <param name="UnitId">The receiving unit; the caller's own when left out.</param>
    /// <param name="ReceivedOn">The date in the receiving body's book.</param>
    /// <param name="Summary">The content, without anything that tells who petitions.</param>
    /// <param name="PlaceUnitId">The unit of the place it is about.</param>
    /// <param name="RemoteArea">The place is remote and hard to reach, as found on receipt.</param>
    /// <param name="ForwardedBy">The body that sent it on, and the number of its letter.</param>
    /// <param name="FirstPetitionId">The petition that this one goes on from: a second complaint, a repeated denunciation.</param>
    /// <param name="FirstDecisionReceivedOn">When the petitioner received the decision on that one; left out while there is none.</param>
    /// <param name="Petitioner">Left out when nobody put a name to it.</param>
    /// <param name="KnownOn">A first complaint: when the complainant received or learned of the decision or act (thời hiệu, Luật KN Đ9).</param>
    /// <param name="AboutRegulation">A proposal or feedback about an administrative regulation, to be sent on (NĐ 20/2008 Đ9).</param>
    /// <param name="Signatories">How many signed it; one when left out. From five on they are a group (đông người).</param>
    public sealed record Request(
        Guid? UnitId,
        PetitionKind Kind,
        Channel Channel,
        PetitionField Field,
        DateOnly ReceivedOn,
        [Text(4000)] string Summary,
        Guid? PlaceUnitId,
        bool? RemoteArea,
        [Text(300)] string? ForwardedBy,
        [Text(100)] string? ForwardingLetter,
        Guid? FirstPetitionId,
        DateOnly? FirstDecisionReceivedOn,
        Petitioner? Petitioner,
        [Whole(1, 100_000)] int? Signatories = null,
        DateOnly? KnownOn = null,
        bool? AboutRegulation = null
    );

    static readonly Request Example = new(
        UnitId: null,
        PetitionKind.KhieuNai,
        Channel.BuuChinh,
        PetitionField.HanhChinh,
        new DateOnly(2026, 8, 3),
        "Đề nghị xem xét lại quyết định thu hồi đất làm đường liên xã.",
        PlaceUnitId: null,
        RemoteArea: false,
        ForwardedBy: null,
        ForwardingLetter: null,
        FirstPetitionId: null,
        FirstDecisionReceivedOn: null,
        new Petitioner(PetitionerType.Individual, "Nguyễn Văn Ví Dụ", "Thôn Ví Dụ", Phone: null, IdentityNumber: null)
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey(sealAnswer: true) // It shows the code and PIN, which are stored nowhere else.
            .WithSummary("Tiếp nhận một đơn / Receive a petition")
            .WithExample(Example)
            .WithDescription(
                "Answers with the first duty's deadline and how it was counted, and with the receipt: a code and a PIN by which the petitioner follows the petition "
                    + "without an account, shown only here and to whoever repeats the call with its Idempotency-Key within a day. The petitioner's identity is "
                    + "sealed and never shown again here."
            );

    static async Task<Results<Created<ReceivedView>, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        PetitionBook book,
        ReceiptBook receipts,
        HttpResponse response,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if ((request.UnitId ?? caller.UnitId) is not { } unitId)
            return Refused.UnknownUnit.ToProblem();
        if (!caller.Sees(unitId, request.ReceivedOn, tree) || tree.Find(unitId, request.ReceivedOn) is not { } unit)
            return Refused.UnknownUnit.ToProblem();
        if (request.PlaceUnitId is { } place && tree.Find(place, request.ReceivedOn) is null)
            return Refused.UnknownUnitAt("placeUnitId").ToProblem();
        if (request.Petitioner?.IsNamedIn($"{request.Summary}\n{request.ForwardedBy}\n{request.ForwardingLetter}") == true)
            return Refused.IdentityInSummary.ToProblem();

        var first = request.FirstPetitionId is { } link ? await db.Find(link, caller, ct) : null;
        if (first is null && request.FirstPetitionId is not null)
            return Refused.UnknownFirst.ToProblem();
        if (first is null && request.FirstDecisionReceivedOn is not null)
            return Refused.FirstMissing.ToProblem();

        var petition = new Petition
        {
            UnitId = unitId,
            Kind = request.Kind,
            Channel = request.Channel,
            Field = request.Field,
            ReceivedOn = request.ReceivedOn,
            Summary = request.Summary,
            PlaceUnitId = request.PlaceUnitId,
            RemoteArea = request.RemoteArea ?? first?.RemoteArea ?? false,
            ForwardedBy = request.ForwardedBy,
            ForwardingLetter = request.ForwardingLetter,
            PetitionerType = request.Petitioner?.Type,
            Signatories = request.Signatories ?? 1,
            KnownOn = request.KnownOn,
            AboutRegulation = request.AboutRegulation ?? false,
        };
        if (first is not null && petition.Continue(first, request.FirstDecisionReceivedOn, unit.Level, deadlines) is { } unlinked)
            return unlinked.ToProblem();
        if (petition.Register(unit.Kind, deadlines, clock.Today()) is { } refused)
            return refused.ToProblem();

        book.Enter(petition, PeopleOfPetition.Only(request.Petitioner));
        var (receipt, shown) = receipts.Issue(petition.Id);
        db.Add(receipt);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/petitions/{petition.Id}", new ReceivedView(petition.ToView(deadlines), shown));
    }
}
