using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http;

namespace DanVan.Directory.Client;

/// <summary>
/// Who may go on with the open work of a unit that has ended, where a person decides (docs/decisions/0040). Whether the caller may know of the work is for
/// its service to say.
/// </summary>
public static class Succession
{
    /// <summary>Why <paramref name="to"/> may not go on with the work of <paramref name="from"/>; null when it may.</summary>
    /// <param name="tree">The units.</param>
    /// <param name="from">The unit whose work it is.</param>
    /// <param name="to">The unit that is to go on with it, sent as <c>toUnitId</c>.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="fromField">The member of the request that names <paramref name="from"/>, where one does.</param>
    /// <returns>
    /// <c>units.still-exists</c> (409) while <paramref name="from"/> exists, its last day included; <c>units.unknown</c> (400) when <paramref name="to"/> does
    /// not exist today, or not for the caller; <c>units.not-a-successor</c> (409) when others came out of <paramref name="from"/> and go on today.
    /// </returns>
    public static Rejection? RefusesHeir(this UnitTree tree, Guid from, Guid to, Caller caller, DateOnly today, string? fromField = null)
    {
        if (tree.LastDay(from) is not { } last || last >= today)
            return stillExists with { Field = fromField };
        if (tree.Find(to, today) is null || !caller.Sees(to, today, tree))
            return unknown;
        var heirs = HeirsOf(from, tree, today).ToHashSet();
        return heirs.Count == 0 || heirs.Contains(to) ? null : notASuccessor;
    }

    // A successor that has ended as well hands on what it would have had. It ended later than its predecessor, so this comes to an end.
    private static IEnumerable<Guid> HeirsOf(Guid ended, UnitTree tree, DateOnly today) =>
        tree.Successors(ended).SelectMany(next => tree.LastDay(next) < today ? HeirsOf(next, tree, today) : [next]);

    private static readonly Rejection stillExists = new(
        "units.still-exists",
        "Đơn vị đang giữ việc này vẫn tồn tại, nên việc vẫn thuộc đơn vị ấy.",
        "The unit whose work this is still exists and goes on with it."
    );

    private static readonly Rejection unknown = new(
        "units.unknown",
        "Hôm nay không có đơn vị này, hoặc người gọi không được biết đến.",
        "There is no such unit today, or the caller may not know of it.",
        StatusCodes.Status400BadRequest,
        "toUnitId"
    );

    private static readonly Rejection notASuccessor = new(
        "units.not-a-successor",
        "Đơn vị đã kết thúc có các đơn vị kế tục; chọn một trong số đó (GET /api/v1/units/{id}/successors).",
        "The unit that has ended has successors; choose one of them (GET /api/v1/units/{id}/successors).",
        Field: "toUnitId"
    );
}
