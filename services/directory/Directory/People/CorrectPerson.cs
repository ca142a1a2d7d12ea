using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>
/// Corrects what the register says of a person, or hands the record to another unit. Where others know the name, they are told the positions anew: with the
/// right name, or without one when it is no longer public.
/// </summary>
public static class CorrectPerson
{
    /// <param name="UnitId">The unit that keeps the record from now on; the caller must reach the one before and this one.</param>
    /// <param name="Name">Name.</param>
    /// <param name="StaffNumber">Staff number; absent takes it away.</param>
    /// <param name="IsPublic">Whether the name is told with the office.</param>
    public sealed record Request(Guid UnitId, [Text(200)] string Name, [Text(40)] string? StaffNumber, bool IsPublic);

    public static void Map(RouteGroupBuilder people) =>
        people
            .MapPut("/{id:guid}", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Đính chính thông tin của một người / Correct what the register says of a person")
            .WithExample(new Request(RootUnit.Id, "Nguyễn Văn Thử", "CB-0013", IsPublic: true));

    static async Task<Results<Ok<PersonView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (await db.PeopleKeptBy(caller, today).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } person)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(person.Version) is { } stale)
            return stale;
        if (request.UnitId != person.UnitId && !await MayKeep(db, caller, request.UnitId, today, ct))
            return UnitRejections.OutOfReach("unitId").ToProblem();
        if (await db.BearsStaffNumber(request.UnitId, request.StaffNumber, id, ct))
            return PeopleRejections.StaffNumberTaken.ToProblem();

        var before = person.PublicName;
        var fields = person.Correct(request.UnitId, request.Name, request.StaffNumber, request.IsPublic);
        if (fields.Count == 0)
            return TypedResults.Ok(PersonView.Of(person));
        db.Announce(person, new PersonCorrected(person.Id, person.UnitId, [.. fields.Select(EnumNames.Of)], person.PublicName));
        if (person.PublicName != before)
            await TellPositions(db, person, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PersonView.Of(person));
    }

    static async Task<bool> MayKeep(DirectoryDb db, Caller caller, Guid unit, DateOnly today, CancellationToken ct) =>
        await db.Reaches(caller, unit, today, ct) && await db.UnitsAsOf(today).AnyAsync(known => known.Id == unit, ct);

    static async Task TellPositions(DirectoryDb db, Person person, CancellationToken ct)
    {
        var positions = await db.Positions.Where(position => position.PersonId == person.Id && position.Annulled == null).ToListAsync(ct);
        foreach (var position in positions)
            db.Announce(position, position.Recorded(PositionChange.HolderCorrected, person));
    }
}
