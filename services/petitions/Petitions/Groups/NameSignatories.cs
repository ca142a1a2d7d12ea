using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Groups;

/// <summary>Seals the names and addresses of those who signed a petition of several (Luật TC Đ23.1); duplicates are found by any of them.</summary>
public static class NameSignatories
{
    /// <param name="Signatories">Some or all of those who signed, the petitioner too where they signed.</param>
    public sealed record Request([Items(1, 500)] IReadOnlyList<Petitioner> Signatories)
    {
        /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
        public override string ToString() => nameof(Request);
    }

    /// <param name="SignatoryIds">Those of the request, in its order.</param>
    public sealed record Answer(Guid Id, int Version, IReadOnlyList<Guid> SignatoryIds, PetitionView Petition) : IVersionedView;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/signatories", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Niêm phong họ tên, địa chỉ những người cùng ký đơn / Seal the names and addresses of those who signed")
            .WithDescription(
                $"500 at a time, {Named.Most} in all, and never more than signed. They are never shown again but by `signatories/readings`, under the rules of "
                    + "`identity-readings`."
            )
            .WithExample(
                new Request([new Petitioner(PetitionerType.Individual, "Trần Thị Ví Dụ", "Thôn Ví Dụ", Phone: null, IdentityNumber: null)])
            );

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        PetitionBook book,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        var named = await db.SealedSignatories.CountAsync(s => s.PetitionId == id && s.ErasedOn == null && s.WithdrawnOn == null, ct);
        var known = await db.PetitionerKeys.AsNoTracking().Where(k => k.PetitionId == id).ToListAsync(ct);
        IReadOnlyList<Guid> ids = [];
        var taken = await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
            {
                if (!petition.IsOpen)
                    return Refused.InState(petition.State);
                if (Named.Add(named, request.Signatories.Count, petition.Signatories) is { } refused)
                    return refused;
                ids = book.Name(id, request.Signatories, known);
                return null;
            },
            (petition, _) =>
                new SignatoriesNamed(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    ids.Count,
                    named + ids.Count,
                    petition.Signatories
                ),
            ct
        );
        return taken.Result is Ok<PetitionView> { Value: { } view } ? TypedResults.Ok(new Answer(id, view.Version, ids, view))
            : taken.Result is ProblemHttpResult refusal ? refusal
            : TypedResults.NotFound();
    }
}
