using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.People;

/// <summary>People whom the caller may know of as of a day: their record is kept, or they hold a position, in the caller's subtree.</summary>
public static class ReadPeople
{
    public static void Map(RouteGroupBuilder people)
    {
        people
            .MapGet("/", List)
            .RequireScope(Scopes.PeopleRead)
            .WithSummary("Người trong phạm vi đơn vị, theo tên / People of the caller's subtree as of a day, by name")
            .WithDescription("Không phân biệt hoa thường, dấu và đ. / Case, tones and đ do not matter: “bui thi minh hoai” finds her.");
        people
            .MapGet("/{id:guid}", Get)
            .RequireScope(Scopes.PeopleRead)
            .WithSummary("Một người / A person, as the caller may know of it as of a day (today unless told)");
    }

    static async Task<Ok<Page<PersonView>>> List(
        [Text(200)] string? name,
        [BusinessDate] DateOnly? asOf,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var people = db.PeopleOf(caller, asOf ?? clock.Today());
        if (name is not null)
        {
            var ids = db.Database.SqlQuery<Guid>(
                $"""
                select id as "Value" from people
                where folded like '%' || replace(replace(replace(fold({name}), '\', '\\'), '%', '\%'), '_', '\_') || '%'
                """
            );
            people = people.Where(person => ids.Contains(person.Id));
        }
        return TypedResults.Ok(await people.ToPage(page, person => person.Id, PersonView.Of, ct));
    }

    static async Task<Results<Ok<PersonView>, NotFound>> Get(
        Guid id,
        [BusinessDate] DateOnly? asOf,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.PeopleOf(caller, asOf ?? clock.Today()).AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, ct) is { } person
            ? TypedResults.Ok(PersonView.Of(person))
            : TypedResults.NotFound();
}
