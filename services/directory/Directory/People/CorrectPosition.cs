using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>Corrects what was entered wrongly of a position. What it said before stays in its history; who holds it and where is not corrected but entered anew.</summary>
public static class CorrectPosition
{
    /// <param name="Title">The title.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">First day on which it is no longer held; absent opens it again.</param>
    /// <param name="Basis">The decision or election, as cited.</param>
    /// <param name="EndingBasis">The decision that ended it.</param>
    public sealed record Request(
        [Text(300)] string Title,
        [BusinessDate] DateOnly From,
        [BusinessDate] DateOnly? To,
        [Text(500)] string Basis,
        [Text(500)] string? EndingBasis
    );

    public static void Map(RouteGroupBuilder positions) =>
        positions
            .MapPut("/{id:guid}", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Đính chính chức vụ / Correct what was entered wrongly of a position")
            .WithExample(
                new Request("Trưởng Ban Dân vận", new(2021, 4, 8), To: null, "Quyết định số 01-QĐ/TW ngày 08/4/2021", EndingBasis: null)
            );

    static Task<Results<Ok<PositionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        return ChangePosition.Run(db, caller, id, ifMatch, PositionChange.Corrected, clock.Today(), Decide, ct);

        async Task<Rejection?> Decide(Position position)
        {
            var terms = new PositionTerms(request.Title, request.From, request.To, request.Basis);
            var unit = await db.Units.AsNoTracking().SingleAsync(known => known.Id == position.UnitId, ct);
            var same = await db.SameTitle(position.PersonId, position.UnitId, terms, id, ct);
            return terms.Refuse(unit, same) ?? position.Correct(terms, request.EndingBasis);
        }
    }
}
