using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Reading;
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
    /// <param name="Petitioner">Left out when nobody put a name to it.</param>
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
        Petitioner? Petitioner,
        [Whole(1, 100_000)] int? Signatories = null
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
        new Petitioner(PetitionerType.Individual, "Nguyễn Văn Ví Dụ", "Thôn Ví Dụ", Phone: null, IdentityNumber: null)
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Tiếp nhận một đơn / Receive a petition")
            .WithExample(Example)
            .WithDescription(
                "Answers with the first duty's deadline and how it was counted. The petitioner's identity is sealed and never shown again here."
            );

    static async Task<Results<Created<PetitionView>, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        IdentityVault vault,
        PetitionerIndex index,
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

        var petition = new Petition
        {
            UnitId = unitId,
            Kind = request.Kind,
            Channel = request.Channel,
            Field = request.Field,
            ReceivedOn = request.ReceivedOn,
            Summary = request.Summary,
            PlaceUnitId = request.PlaceUnitId,
            RemoteArea = request.RemoteArea ?? false,
            ForwardedBy = request.ForwardedBy,
            ForwardingLetter = request.ForwardingLetter,
            PetitionerType = request.Petitioner?.Type,
            Signatories = request.Signatories ?? 1,
        };
        if (petition.Register(unit.Kind, deadlines, clock.Today()) is { } refused)
            return refused.ToProblem();

        db.Add(petition);
        db.Add(Case.Of(petition));
        if (request.Petitioner is { } petitioner)
        {
            db.Add(vault.Seal(petition.Id, petitioner));
            db.AddRange(index.Of(petition.Id, petitioner));
        }
        db.Announce(petition, Received(petition));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/petitions/{petition.Id}", petition.ToView(deadlines));
    }

    internal static PetitionReceived Received(Petition petition) =>
        new(
            petition.Id,
            EnumNames.Of(petition.Kind),
            EnumNames.Of(petition.Channel),
            EnumNames.Of(petition.Field),
            petition.PlaceUnitId,
            petition.ReceivedOn,
            petition.Current!.Rule,
            petition.Current.Due,
            petition.PaperId,
            petition.Signatories
        );
}
