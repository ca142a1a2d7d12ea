using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Petitions;

/// <summary>Who may resolve. A party committee, its boards, the Front and its members and the councils receive, guide, forward and follow up; they decide no complaint or denunciation.</summary>
static class Competence
{
    // First and second decisions are with the chairs of the commune and province committees and the heads of their agencies (Luật KN Đ17, Đ21.2).
    static readonly HashSet<string> Followers =
    [
        "PARTY_COMMITTEE",
        "MASS_MOBILIZATION_BOARD",
        "FATHERLAND_FRONT",
        "MASS_ORGANISATION",
        "PEOPLES_COUNCIL",
    ];

    public static bool Resolves(PetitionKind kind, string unitKind) =>
        kind is PetitionKind.KienNghi or PetitionKind.PhanAnh || !Followers.Contains(unitKind);

    public static Rejection? Refuses(PetitionKind kind, string unitKind) =>
        Resolves(kind, unitKind) ? null
        : kind is PetitionKind.KhieuNai ? Refused.NotCompetentForComplaints
        : Refused.NotCompetentForDenunciations;

    /// <summary>What the unit was on that day, or at last when it had ended before.</summary>
    public static string KindOf(UnitTree tree, Guid unit, DateOnly on) => tree.FindOrLast(unit, on)?.Kind ?? "";
}
