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

public static class RegisterPerson
{
    /// <param name="Id">Identity, when the caller has one (a seed, another register); made here otherwise.</param>
    /// <param name="UnitId">The unit that keeps the record: the caller's own or one below.</param>
    /// <param name="Name">Name.</param>
    /// <param name="StaffNumber">Staff number, unique within the unit.</param>
    /// <param name="IsPublic">A holder of public office, whose name is told with the office; false unless told.</param>
    public sealed record Request(Guid? Id, Guid UnitId, [Text(200)] string Name, [Text(40)] string? StaffNumber, bool? IsPublic);

    public static void Map(RouteGroupBuilder people) =>
        people
            .MapPost("/", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Ghi một người vào sổ / Enter a person into the register")
            .WithExample(new Request(null, RootUnit.Id, "Nguyễn Văn Thử", "CB-0012", IsPublic: true));

    static async Task<Results<Created<PersonView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (
            !await db.Reaches(caller, request.UnitId, today, ct)
            || !await db.UnitsAsOf(today).AnyAsync(unit => unit.Id == request.UnitId, ct)
        )
            return UnitRejections.OutOfReach("unitId").ToProblem();
        if (request.Id is { } wanted && await db.People.AnyAsync(known => known.Id == wanted, ct))
            return PeopleRejections.PersonExists.ToProblem();
        if (await db.BearsStaffNumber(request.UnitId, request.StaffNumber, null, ct))
            return PeopleRejections.StaffNumberTaken.ToProblem();

        var person = new Person
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = request.UnitId,
            Name = request.Name,
            StaffNumber = request.StaffNumber,
            IsPublic = request.IsPublic ?? false,
        };
        db.People.Add(person);
        db.Announce(person, new PersonRegistered(person.Id, person.UnitId, person.PublicName));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{person.Id}", PersonView.Of(person));
    }

    internal static Task<bool> BearsStaffNumber(this DirectoryDb db, Guid unit, string? number, Guid? except, CancellationToken ct) =>
        number is null
            ? Task.FromResult(false)
            : db.People.AnyAsync(known => known.UnitId == unit && known.StaffNumber == number && known.Id != except, ct);
}
