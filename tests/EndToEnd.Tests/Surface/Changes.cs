using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>What examples are changed to before they are sent, where what they name is there once only or must stand in a certain way.</summary>
static class Changes
{
    static int themes,
        documents,
        periods,
        people,
        accounts,
        roles,
        schemes,
        reorganisations;

    // Of some things there is only one: a theme of a year, a document of a number, a report of a period, an account of a name.
    static int Next(ref int last) => Interlocked.Increment(ref last);

    public static void WithNameOfItsOwn(JsonObject account, Place _) => account["userName"] = $"cb-{Next(ref accounts):d6}";

    public static void WithCodeOfItsOwn(JsonObject role, Place _) => role["code"] = $"vai-tro.{Next(ref roles)}";

    public static void OfYearOfItsOwn(JsonObject theme, Place _) => theme["year"] = 1950 + Next(ref themes);

    public static void WithNumberOfItsOwn(JsonObject document, Place _) => document["number"] = $"{Next(ref documents)}";

    // The form that has a cell for a file.
    public static void WithAnnex(JsonObject report, Place _) => (report["form"], report["period"]) = ("DANVAN_QCDC", NextPeriod());

    public static JsonObject NextPeriod() =>
        new()
        {
            ["regime"] = "ADHOC",
            ["kind"] = "AD_HOC",
            ["year"] = 2025,
            ["index"] = Next(ref periods),
            ["from"] = "2025-01-01",
            ["to"] = "2025-06-30",
        };

    // A unit is scored once a year under a scheme.
    public static void OfAYearThatIsOver(JsonObject score, Place _) =>
        (score["scheme"], score["year"]) = (ScoringSchemes.Next(ref schemes), 2025);

    // Nobody reviews or decides the own score.
    public static void OfAUnitBelow(JsonObject score, Place place)
    {
        OfAYearThatIsOver(score, place);
        score["unitId"] = place.Below;
    }

    // It goes to the unit above, which acknowledges and instructs.
    public static void FromBelow(JsonObject report, Place place) => (report["unitId"], report["placeUnitId"]) = (place.Below, place.Below);

    // A public office holder is known to everybody.
    public static void NotPublic(JsonObject person, Place _) =>
        (person["staffNumber"], person["isPublic"]) = ($"SH-{Next(ref people)}", false);

    // A board is renamed ever later: a draft is checked after all that is signed.
    public static void OnADayOfItsOwn(JsonObject draft, Place place)
    {
        draft["effectiveOn"] = $"{new DateOnly(2027, 1, 1).AddDays(Next(ref reorganisations)):yyyy-MM-dd}";
        draft["items"]![0]!["units"] = new JsonArray(place.Board);
    }

    public static void Planned(JsonObject conference, Place _)
    {
        conference["state"] = "PLANNED";
        conference["conclusions"] = null;
    }

    public static void WithTask(JsonObject conference, Place place)
    {
        var task = conference["conclusions"]![0]!["tasks"]![0]!;
        (task["leadUnitId"], task["addresseeClass"], task["dueOn"], task["duePeriod"]) = (place.Unit, null, "2026-09-30", null);
    }

    // A board resolves no denunciation.
    public static void ResolvedHere(JsonObject petition, Place place) => (petition["unitId"], petition["kind"]) = (place.Unit, "TO_CAO");

    public static void Denunciation(JsonObject petition, Place place) => (petition["unitId"], petition["kind"]) = (place.Board, "TO_CAO");

    public static void SentOnByAnotherBody(JsonObject petition, Place place) =>
        (petition["unitId"], petition["channel"], petition["forwardedBy"]) = (place.Unit, "CO_QUAN_CHUYEN_DEN", "Báo Nhân Dân");
}
