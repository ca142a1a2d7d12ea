using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Steps from the receipt on.</summary>
sealed partial class Proposer
{
    Action Classification()
    {
        var kind = Chance(6) ? Of(Law.Kinds) : petition.Kind;
        var anonymous = petition.Petitioner is null;
        var evidence = anonymous && kind == Law.Denunciation ? Coin : Chance(15);
        var failed = !evidence && Chance(5);
        var competent = Coin;
        (body["kind"], body["concreteEvidence"], body["competent"]) = (kind, evidence, competent);
        body["failedChecks"] = failed ? new JsonArray("E6") : new JsonArray();
        if (evidence && !(anonymous && kind == Law.Denunciation))
            broken.Add("evidence-of-anonymous-denunciations");
        if (kind == Law.Denunciation && petition.Petitioner == "ORGANISATION")
            broken.Add("denouncer-must-be-individual");
        if (competent && !Decides(kind))
            broken.Add("not-competent");
        if (kind != petition.Kind && petition.Round > 1)
            broken.Add("first-of-another-kind");
        return () =>
        {
            petition.Kind = kind;
            if (evidence)
                petition.Close("INFO_ONLY", on);
            else if (failed || anonymous)
                petition.Close("FILED", on);
        };
    }

    Action Acceptance()
    {
        if (!Decides(petition.Kind))
            broken.Add("not-competent");
        if (petition.Petitioner is null)
            broken.Add(petition.Kind == Law.Denunciation ? "anonymous-denunciation" : "anonymous");
        if (petition is { Kind: Law.Complaint, Representatives: null } && Law.RepresentativesOf(petition.Signatories) is not null)
            broken.Add("appointment-missing");
        var excused = Coin;
        body["lateForGoodReason"] = excused;
        if (petition is { Kind: Law.Complaint, LodgedLate: true } && !excused)
            broken.Add("lodged-too-late");
        return () =>
        {
            (petition.State, petition.AcceptedOn, petition.Since, petition.LimitSince) = ("ACCEPTED", on, on, on);
            petition.Happens("ACCEPTED", on);
        };
    }

    Action NonAcceptance()
    {
        var known = !Chance(6);
        body["ground"] =
            !known ? "KN.11.99"
            : Coin ? "XLD.UNCLEAR"
            : petition.Kind == Law.Complaint ? "KN.11.6"
            : petition.Kind == Law.Denunciation ? "TC.29.1.CONTENT"
            : "XLD.HANDLED";
        if (!known)
            broken.Add("unknown-ground");
        return () => petition.Close("NOT_ACCEPTED", on);
    }

    Action Forwarding()
    {
        body.Remove("documentNumber");
        body["letterNumber"] = "12/CV";
        var to = Chance(6) ? petition.Unit : Of(place.Units.Where(unit => unit != petition.Unit).ToArray());
        body["toUnitId"] = to;
        if (to == petition.Unit)
            broken.Add("forwarded-to-itself");
        if (petition.Kind == Law.Complaint && !Law.Receptions.Contains(petition.Channel))
            broken.Add("complaints-are-guided");
        return () => petition.Close("FORWARDED", on);
    }

    Action? Merging()
    {
        var other = Of(cases);
        var leading = cases.Single(one => one.Id == other.CaseId);
        body["ofPetitionId"] = other.Id;
        if (leading.CaseId == petition.CaseId)
            broken.Add("same-case");
        if (leading.Unit != petition.Unit)
            broken.Add("case-of-another-unit");
        if (leading.Kind != petition.Kind)
            broken.Add("case-of-another-kind");
        if (!leading.IsOpen)
            broken.Add("case-has-ended");
        if (on < leading.ReceivedOn)
            broken.Add("date-before-previous-step");
        return () =>
        {
            foreach (var follower in cases.Where(one => one.CaseId == petition.Id && one != petition))
            {
                follower.CaseId = leading.CaseId;
                follower.Version++;
                follower.Told.Add("petition-merged");
            }
            petition.CaseId = leading.CaseId;
            petition.Close("MERGED", on);
        };
    }

    Action Parts()
    {
        body.Remove("documentNumber");
        var kinds = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Of(Law.Kinds)).ToList();
        body["parts"] = new JsonArray([
            .. kinds.Select(kind => new JsonObject
            {
                ["kind"] = kind,
                ["field"] = "HANH_CHINH",
                ["summary"] = "Nội dung khác của cùng một đơn",
            }),
        ]);
        if (petition.Petitioner == "ORGANISATION" && kinds.Contains(Law.Denunciation))
            broken.Add("denouncer-must-be-individual");
        // Which petitions they became the answer tells: see Driver.
        return () => { };
    }

    Action Representatives()
    {
        body.Remove("documentNumber");
        var (count, signedBy) = (random.Next(1, 4), Chance(4) ? petition.Signatories + 1 : petition.Signatories);
        (body["representatives"], body["signedBy"]) = (count, signedBy);
        if (signedBy != petition.Signatories)
            broken.Add("appointment-not-signed-by-all");
        if (count > petition.Signatories)
            broken.Add("representatives-are-signatories");
        if (Law.RepresentativesOf(petition.Signatories) is { } law && (count < law.Min || count > law.Max))
            broken.Add("number-of-representatives");
        return () => petition.Representatives = count;
    }

    Action Signatories()
    {
        var count = random.Next(1, 4);
        body["count"] = count;
        if (count >= petition.Signatories)
            broken.Add("all-withdraw");
        return () => petition.Signatories -= count;
    }
}
