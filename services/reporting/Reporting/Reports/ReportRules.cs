using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Reports;

/// <summary>Which reports there can be: of which units, on which forms, for which periods.</summary>
public sealed class ReportRules(DutyDesk duties, DutyCatalogue approvals, FormCatalogue forms, UnitTree tree, PeriodLocks locks)
{
    public DutyDesk Duties => duties;
    public DutyCatalogue Approvals => approvals;
    public FormCatalogue Forms => forms;
    public UnitTree Tree => tree;
    public PeriodLocks Locks => locks;

    /// <summary>The period, the form and the unit as it stood in the period; or what there is not, or the caller may not know of.</summary>
    internal async Task<(Named? Named, Rejection? Refused)> Understand(OpenReport.Request request, Caller caller, CancellationToken ct)
    {
        var (found, refused) = await duties.Find(request.Period, caller, ct);
        if (found is not { } period)
            return (null, refused);
        if (forms.InForce(request.Form, period, out refused) is not { } form)
            return (null, refused);
        return tree.FindIn(period, request.UnitId) is { } unit && caller.Sees(unit.UnitId, LastDayIn(period, unit), tree)
            ? (new(period, form, unit, await duties.For(form.Code, period, ct)), null)
            : (null, OpenReport.UnknownUnit);
    }

    static DateOnly LastDayIn(Period period, UnitVersion unit) => unit.HoldsOn(period.To) ? period.To : unit.To!.Value.AddDays(-1);
}

/// <summary>What a request names.</summary>
sealed record Named(Period Period, Form Form, UnitVersion Unit, Owed Owed);
