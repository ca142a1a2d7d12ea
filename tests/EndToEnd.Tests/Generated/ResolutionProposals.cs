using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Steps from the acceptance on, and what begins anew.</summary>
sealed partial class Proposer
{
    Action? ComplexityFinding()
    {
        // That a denunciation takes longer to be checked (Luật TC Đ24.1) is left to the tests of limits.
        if (petition is { Kind: Law.Denunciation, State: "RECEIVED" })
            return null;
        var none = Chance(5);
        body["grounds"] = none ? new JsonArray() : new JsonArray(Of(Criteria));
        if (none)
            broken.Add("complexity-ground-missing");
        if (petition.IsComplex)
            broken.Add("already-complex");
        LimitHasToRun();
        return () => (petition.IsComplex, petition.Longer) = (true, 15);
    }

    Action Extension()
    {
        string[] named = [.. Criteria.OrderBy(_ => random.Next()).Take(random.Next(3))];
        var days = random.Next(1, 31);
        (body["days"], body["criteria"]) = (days, new JsonArray([.. named.Select(one => (JsonNode)one)]));
        var all = petition.Criteria.Union(named).Count();
        if (all == 0)
            broken.Add("complexity-ground-missing");
        if (petition.Extensions >= (all >= 2 ? 2 : 1))
            broken.Add("no-further-extension");
        LimitHasToRun();
        return () =>
        {
            petition.Criteria.UnionWith(named);
            petition.Extensions++;
            petition.Longer += days;
        };
    }

    void LimitHasToRun()
    {
        if (petition.State == "ACCEPTED" && on != Future && on > petition.Due)
            broken.Add("limit-has-passed");
    }

    Action Resumption() =>
        () =>
        {
            petition.Paused += on.DayNumber - petition.Since.DayNumber;
            (petition.State, petition.Since) = ("ACCEPTED", on);
        };

    Action Dialogue()
    {
        body.Remove("documentNumber");
        var notified = on == Future ? on : on.AddDays(-5 - random.Next(2));
        if (petition.AcceptedOn > notified)
        {
            notified = petition.AcceptedOn.Value;
            if (notified > on.AddDays(-5))
                broken.Add("dialogue-notice-too-late");
        }
        var attendance = Of("PRESENT", "ABSENT_WITH_REASON", "ABSENT_WITHOUT_REASON");
        (body["notifiedOn"], body["attendance"], body["minutesNumber"]) = (Iso(notified), attendance, "07/BB");
        return () => petition.HasTalked |= attendance != "ABSENT_WITH_REASON";
    }

    Action Withdrawal()
    {
        var whole = !Chance(4);
        var why = Coin ? null : Of("COERCED", "VIOLATION_SIGNS", "SLANDER", "OTHERS_GO_ON");
        (body["whole"], body["form"], body["stillExamined"]) = (whole, Of("LETTER", "MINUTES"), why);
        if (why is "VIOLATION_SIGNS" or "SLANDER" && petition.Kind != Law.Denunciation)
            broken.Add("only-denunciations-go-on-so");
        return () =>
        {
            if (!whole || why is not null)
                return;
            petition.WasWithdrawn = true;
            petition.Close("WITHDRAWN", on);
        };
    }

    Action Stopping()
    {
        var withdrawal = petition.State == "WITHDRAWN" ? !Chance(4) : Chance(5);
        var prefix = petition.Kind == Law.Denunciation ? "TC" : "KN";
        var dissolved = petition.Kind == Law.Complaint && Coin;
        body["ground"] =
            withdrawal ? $"{prefix}.STOP.WITHDRAWN"
            : dissolved ? "KN.STOP.DISSOLVED"
            : $"{prefix}.STOP.DIED";
        if (petition.State == "WITHDRAWN" && (petition.AcceptedOn is null || !withdrawal))
            broken.Add("wrong-state");
        if (petition.State != "WITHDRAWN" && withdrawal)
            broken.Add("withdrawal-not-recorded");
        if (petition.Kind == Law.Complaint && !withdrawal && dissolved != (petition.Petitioner == "ORGANISATION"))
            broken.Add("ground-of-another-petitioner");
        return () =>
        {
            if (petition.State != "WITHDRAWN")
                petition.Close("STOPPED", on);
            (petition.State, petition.Since) = ("STOPPED", on);
        };
    }

    Action Resolution()
    {
        var fits = !Chance(6);
        var outcomes = fits
            ? Law.OutcomesOf(petition.Kind)
            : Law.OutcomesOf(petition.Kind is Law.Complaint or Law.Denunciation ? "PHAN_ANH" : Law.Complaint);
        var (outcome, differ) = (Of(outcomes), Chance(4));
        (body["outcome"], body["findingsDiffer"]) = (outcome, differ);
        if (!fits)
            broken.Add("outcome-of-another-kind");
        if (!Decides(petition.Kind))
            broken.Add("not-competent");
        if ((differ || petition.Round > 1) && petition is { Kind: Law.Complaint, HasTalked: false })
            broken.Add("dialogue-missing");
        return () =>
        {
            (petition.IsActedOn, petition.IsPublished) = (false, false);
            petition.Close("RESOLVED", on);
            petition.Happens($"RESOLVED {outcome}", on);
            petition.Happens(on > petition.Due ? "RESOLVED LATE" : "RESOLVED IN_TIME", on);
        };
    }

    Action Publication()
    {
        body["manner"] = "POSTING";
        return Once(petition.IsPublished, () => petition.IsPublished = true);
    }

    Action Effects()
    {
        int[] figures = [.. Enumerable.Range(0, 5).Select(_ => random.Next(3) * random.Next(1000))];
        if (Chance(6))
            figures = new int[5];
        (body["moneyRecovered"], body["moneyReturned"], body["landRecovered"]) = (figures[0], figures[1], figures[2]);
        (body["landReturned"], body["peopleSanctioned"]) = (figures[3], figures[4]);
        if (figures.Sum() == 0)
            broken.Add("no-effect");
        return () => petition.Effects.Add(new(on, petition.Unit, figures));
    }

    Action Protections()
    {
        string[] measures = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(Measures))];
        body["measures"] = new JsonArray([.. measures.Select(one => (JsonNode)one)]);
        // Named twice it is ordered once.
        return () => petition.Protections.AddRange(measures.Distinct().Select(measure => new Protection(on, petition.Unit, measure)));
    }

    Action Once(bool done, Action effect)
    {
        if (done)
            broken.Add("already-followed-up");
        return effect;
    }

    Action Conflict()
    {
        var superior = place.SuperiorOf(petition.Unit);
        var to = superior is null || Chance(6) ? petition.Unit : superior.Value;
        (body["conflict"], body["toUnitId"]) = ("SIBLING", to);
        if (to == petition.Unit)
            broken.Add("not-a-superior");
        return () =>
        {
            petition.Log.Add(new("HANDED_OVER", on, petition.Unit, false, false));
            (petition.Unit, petition.State, petition.AcceptedOn) = (to, "RECEIVED", null);
            Restart();
            petition.Happens("TAKEN_OVER", on);
        };
    }

    Action Reopening()
    {
        var reason = Of("NEW_CIRCUMSTANCES", "SET_ASIDE", "WITHDRAWAL_COERCED", "MISTAKE");
        body["reason"] = reason;
        if (reason == "WITHDRAWAL_COERCED" && !petition.WasWithdrawn)
            broken.Add("was-not-withdrawn");
        return () =>
        {
            petition.State = petition.AcceptedOn is null ? "RECEIVED" : "ACCEPTED";
            petition.WasWithdrawn = false;
            Restart();
            petition.Happens("REOPENED", on);
        };
    }
}
