namespace DanVan.Awards.Law;

public static class Authority
{
    /// <summary>
    /// Refuses an issuer that cannot decide the form: a mass mobilisation board proposes, the chair of the provincial people's committee decides a
    /// Bằng khen. An issuer named only as printed, or a form whose deciders are not on file, cannot be checked and is not refused.
    /// </summary>
    public static Rejection? Refuses(AwardForm form, UnitVersion? issuer, DateOnly day)
    {
        if (issuer is null || form.DeciderOn(day) is not { } decider || decider.CanBe(issuer))
            return null;
        return new(
            "awards.issuer-has-no-authority",
            $"{issuer.FullName} không có thẩm quyền quyết định {form.Vi}; người quyết định là {decider.Vi}. Đơn vị chỉ có thể đề nghị (proposerUnitId).",
            $"{issuer.FullName} cannot decide {form.En}; {decider.En} decides. The unit can only propose (proposerUnitId).",
            Field: "issuerUnitId"
        );
    }

    static bool CanBe(this DeciderRow decider, UnitVersion issuer) =>
        (decider.UnitKinds.Count == 0 || decider.UnitKinds.Contains(issuer.Kind))
        && (decider.UnitLevels.Count == 0 || decider.UnitLevels.Contains(issuer.Level));
}
