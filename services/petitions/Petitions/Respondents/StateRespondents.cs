using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Respondents;

/// <summary>States whom a petition is about, all of them, in the place of what was stated before.</summary>
public static class StateRespondents
{
    /// <param name="Respondents">Persons of the directory's register and units; empty while nobody is known.</param>
    public sealed record Request([Items(0, 50)] IReadOnlyList<Party> Respondents);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/{id:guid}/respondents", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi người, đơn vị bị khiếu nại, tố cáo / State whom a petition is about")
            .WithDescription(
                "The whole list, which replaces the one before; each is a `personId` or a `unitId`. It is sealed: it stands in no event, list or search, and no "
                    + "answer but that of `GET`. A person does not see, by the own account, a petition that is about that person. A denunciation of the unit that has "
                    + "it, or of who heads it, is handed up or forwarded; nothing else is done with it there."
            )
            .WithExample(new Request([new(null, RootUnit.Id)]));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        PartyVault vault,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        var unknown = await db.RefuseUnknown(request.Respondents, tree, i => $"respondents[{i}]", ct);
        var former = await db.Respondents.Where(r => r.PetitionId == id).ToListAsync(ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
            {
                if (unknown is not null)
                    return unknown;
                db.RemoveRange(former);
                db.AddRange(request.Respondents.Distinct().Select(party => Respondent.Of(id, party, vault)));
                return null;
            },
            (petition, _) => new RespondentsStated(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field)),
            ct,
            evenOfItself: true
        );
    }
}
