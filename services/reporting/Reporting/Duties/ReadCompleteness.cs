using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Duties;

/// <summary>Who has sent what was owed for a period, who has not, and who was late: of a subtree, child by child.</summary>
public static class ReadCompleteness
{
    /// <param name="Form">Code of the form.</param>
    /// <param name="Regime">Code of the regime.</param>
    /// <param name="Kind">The kind of period.</param>
    /// <param name="Year">The year that it is named after.</param>
    /// <param name="Index">Which of its kind; may be left out where a year has one only.</param>
    /// <param name="UnitId">The top of the subtree; the caller's own unit unless told.</param>
    public sealed record Question(
        [FromQuery] [Text(64)] string Form,
        [FromQuery] [Text(32)] string Regime,
        [FromQuery] PeriodKind Kind,
        [FromQuery] [Whole(2000, 2100)] int Year,
        [FromQuery] [Whole(1, ReportRequest.LastIndex)] int? Index = null,
        [FromQuery] Guid? UnitId = null
    );

    /// <param name="Period">The period with its days.</param>
    /// <param name="Own">What the unit itself owes; none when it owes nothing.</param>
    /// <param name="Whole">Of the unit and all below it.</param>
    /// <param name="Below">Its children that owe something or have somebody below them who does.</param>
    /// <param name="Articles">The texts that ask for it.</param>
    public sealed record Answer(
        Guid UnitId,
        string Form,
        Period Period,
        Duty? Own,
        Completeness Whole,
        IReadOnlyList<Child> Below,
        IReadOnlyList<Bilingual> Articles
    );

    /// <param name="Own">What it owes itself.</param>
    /// <param name="Whole">Of it and all below it.</param>
    public sealed record Child(Guid UnitId, string Name, string Level, Duty? Own, Completeness Whole);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/completeness", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Who has sent what was owed for a period, and who has not")
            .WithDescription(
                "Tiến độ gửi báo cáo: phải gửi, đã gửi, đúng hạn, quá hạn, chưa gửi, theo từng đơn vị trực thuộc. The tree is that of the last day of the period."
            );

    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] Question question,
        ReportingDb db,
        Caller caller,
        UnitTree tree,
        FormCatalogue forms,
        DutyDesk duties,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (found, refused) = await duties.Find(new(question.Regime, question.Kind, question.Year, question.Index), caller, ct);
        if (found is not { } period)
            return refused!.ToProblem();
        if (forms.InForce(question.Form, period, out refused) is null)
            return refused!.ToProblem();
        if (
            (question.UnitId ?? caller.UnitId) is not { } unit
            || !caller.Sees(unit, period.To, tree)
            || tree.Subtree(unit, period.To) is not { Count: > 0 } subtree
        )
            return OpenReport.UnknownUnit.ToProblem();
        var duty = await duties.For(question.Form, period, ct);
        var owing = subtree.Where(one => duty.By(one, tree)).ToList();
        var sent = await SentBy(owing.ConvertAll(one => one.UnitId), question.Form, period, db, ct);
        var today = clock.Today();
        var owed = owing.ToDictionary(
            one => one.UnitId,
            one =>
            {
                var dueOn = duty.SendBy(one.Level);
                var openUntil = duty.OpenUntil(one, tree, dueOn);
                return Duty.Of(one.UnitId, dueOn, openUntil, sent.GetValueOrDefault(one.UnitId), today);
            }
        );
        var below = ByChild(unit, subtree, owed);
        return TypedResults.Ok(
            new Answer(
                unit,
                question.Form,
                period,
                owed.GetValueOrDefault(unit),
                Completeness.Of(owed.Values),
                [
                    .. subtree
                        .Where(child => below.ContainsKey(child.UnitId))
                        .Select(child => new Child(
                            child.UnitId,
                            child.Name,
                            child.Level,
                            owed.GetValueOrDefault(child.UnitId),
                            Completeness.Of(below[child.UnitId])
                        )),
                ],
                [.. duty.Rules.Select(rule => rule.Article).Distinct()]
            )
        );
    }

    static Task<Dictionary<Guid, Sent>> SentBy(List<Guid> units, string form, Period period, ReportingDb db, CancellationToken ct) =>
        db
            .Reports.AsNoTracking()
            .On(form, period)
            .Where(r => units.Contains(r.UnitId))
            .Select(r => new Sent(r.Id, r.UnitId, r.FirstSentOn))
            .ToDictionaryAsync(r => r.UnitId, ct);

    /// <summary>What is owed in the subtree of each child of the unit; children with nothing are left out.</summary>
    static Dictionary<Guid, List<Duty>> ByChild(Guid unit, IReadOnlyList<UnitVersion> subtree, Dictionary<Guid, Duty> owed)
    {
        var (childOf, below) = (new Dictionary<Guid, Guid>(), new Dictionary<Guid, List<Duty>>());
        // Parents come before children, so each finds the child of the unit that its parent stands under.
        foreach (var one in subtree.Where(one => one.UnitId != unit))
        {
            var child = childOf[one.UnitId] = one.ParentId == unit ? one.UnitId : childOf[one.ParentId!.Value];
            if (!owed.TryGetValue(one.UnitId, out var duty))
                continue;
            if (!below.TryGetValue(child, out var duties))
                below[child] = duties = [];
            duties.Add(duty);
        }
        return below;
    }
}
