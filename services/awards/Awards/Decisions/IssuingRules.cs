using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>What the law has against a decision as it is entered.</summary>
static class IssuingRules
{
    public static Rejection? Refuse(AwardDecision decision, AwardLaw law, UnitTree tree)
    {
        if (law.Form(decision.Form) is not { } form)
            return Refused.UnknownForm(law);
        if (law.Type(decision.Type) is null)
            return Refused.UnknownType(law);
        foreach (var kind in Enum.GetValues<RecipientKind>().Where(kind => decision.Declared.Of(kind) > 0 && !form.For.Contains(kind)))
            return form.IsNotFor($"declared.{EnumNames.Of(kind).ToLowerInvariant()}s");
        if (decision.Declared is { Collectives: 0, Individuals: 0, Households: 0 })
            return new(
                "awards.nobody-declared",
                "Một quyết định khen thưởng có ít nhất một đối tượng; số lượng chưa rõ thì để trống.",
                "An award decision has at least one recipient; a number that is not stated is left out.",
                StatusCodes.Status400BadRequest,
                "declared"
            );
        if (decision.IssuerUnitId is not { } issuer)
            return null;
        return tree.Find(issuer, decision.CountsOn) is { } unit
            ? Authority.Refuses(form, unit, decision.CountsOn)
            : Refused.UnknownUnitAt("issuerUnitId", decision.CountsOn);
    }

    public static Rejection IsNotFor(this AwardForm form, string field) =>
        new(
            "awards.form-not-for-kind",
            $"{form.Vi} không dành cho loại đối tượng này; chỉ dành cho {string.Join(", ", form.For.Select(EnumNames.Of))}.",
            $"{form.En} is not for this kind of recipient, only for {string.Join(", ", form.For.Select(EnumNames.Of))}.",
            Field: field
        );
}
