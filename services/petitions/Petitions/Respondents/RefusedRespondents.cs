using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Respondents;

/// <summary>The no's about whom a petition or a hold is about. None repeats who that is.</summary>
static class RefusedRespondents
{
    public static readonly Rejection OfAnotherUnit = new(
        "petitions.respondents-of-another-unit",
        "Chỉ đơn vị đang giữ đơn được xem người, đơn vị bị khiếu nại, tố cáo.",
        "Only the unit that has the petition may read whom it is about.",
        403
    );

    public static readonly Rejection MustBeHandedUp = new(
        "petitions.must-be-handed-up",
        "Tố cáo về chính đơn vị đang giữ đơn, hoặc người đứng đầu, cấp phó của đơn vị: chỉ được chuyển lên cấp trên (conflict-of-interest) hoặc chuyển đến nơi có thẩm quyền (forwarding) (Luật Tố cáo Đ12, NĐ 31/2019 Đ5).",
        "A denunciation of the unit that has it, or of who heads it, is handed up (conflict-of-interest) or forwarded (forwarding), and nothing else is done with it there (Luật Tố cáo Đ12, NĐ 31/2019 Đ5)."
    );

    /// <summary>Why one of the parties cannot be meant: not one of the two, or not known to the directory.</summary>
    /// <param name="field">The member of the request that names the party of that number.</param>
    public static async Task<Rejection?> RefuseUnknown(
        this PetitionsDb db,
        IReadOnlyList<Party> parties,
        UnitTree tree,
        Func<int, string> field,
        CancellationToken ct
    )
    {
        for (var i = 0; i < parties.Count; i++)
        {
            var party = parties[i];
            if (!party.IsOne)
                return NotOne(field(i));
            if (party.UnitId is { } unit && tree.Find(unit) is null)
                return Unknown($"{field(i)}.unitId");
            if (party.PersonId is { } person && !await db.People.AnyAsync(known => known.Id == person, ct))
                return Unknown($"{field(i)}.personId");
        }
        return null;
    }

    static Rejection NotOne(string field) =>
        new(
            "petitions.one-party",
            "Ghi personId hoặc unitId, đúng một trong hai.",
            "Name a personId or a unitId, one of the two.",
            400,
            field
        );

    static Rejection Unknown(string field) =>
        new(
            "petitions.unknown-party",
            "Danh bạ không có người hoặc đơn vị này.",
            "The directory knows no such person or unit.",
            400,
            field
        );
}
