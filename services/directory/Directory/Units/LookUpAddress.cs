using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>
/// An old name or address, "huyện Cao Lãnh, tỉnh Đồng Tháp cũ": every unit that it can mean, under which document it bore the name, and what stands there
/// today. Nothing is chosen for the reader.
/// </summary>
public static class LookUpAddress
{
    const int MostNames = 8;
    const int MostCandidates = 50;

    /// <param name="Candidates">What the address can mean, the likeliest first.</param>
    /// <param name="NotFound">Parts of the address that no candidate bears or stands under: house and street, or a slip.</param>
    public sealed record AddressView(IReadOnlyList<Candidate> Candidates, IReadOnlyList<string> NotFound);

    /// <param name="Unit">The unit as it stood when it bore the name, with the document behind it.</param>
    /// <param name="Under">The units that the rest of the address names, as found above it then or above what stands there today.</param>
    /// <param name="SameSpelling">The name agrees in its tones and marks too, wherever a tone is written.</param>
    /// <param name="Ending">How the unit ended; absent while it exists.</param>
    /// <param name="Today">What stands there today; empty when nobody has told yet.</param>
    /// <param name="Undecided">How many of the units below it went without anybody having told where.</param>
    public sealed record Candidate(
        UnitView Unit,
        IReadOnlyList<UnitView> Under,
        bool SameSpelling,
        Ending? Ending,
        IReadOnlyList<Standing> Today,
        int Undecided
    );

    /// <param name="Unit">A unit of today.</param>
    /// <param name="How">SAME: the unit itself. SUCCESSOR: it came out of it. TERRITORY: it came out of, or is, a unit that stood below it.</param>
    /// <param name="LegalBasis">The documents by which it came about; absent for SAME.</param>
    public sealed record Standing(UnitView Unit, string How, string? LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/lookup", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Every unit that an old name or address can mean, and what stands there today")
            .WithDescription("Smallest unit first, separated by commas. Case, tones, where a tone is written and đ do not matter.");

    static async Task<Results<Ok<AddressView>, ProblemHttpResult>> Handle(
        [Text(300)] string text,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var names = WrittenName.In(text);
        if (names.Count is 0 or > MostNames)
            return Problems.Invalid(
                "text",
                $"Cần từ 1 đến {MostNames} tên, cách nhau bằng dấu phẩy.",
                $"Between 1 and {MostNames} names, separated by commas."
            );
        return TypedResults.Ok(await new AddressSearch(db, clock.Today(), MostCandidates).Find(names, ct));
    }
}
