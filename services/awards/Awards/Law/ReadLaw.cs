namespace DanVan.Awards.Law;

/// <summary>The rules that apply on a day: law and decree, base salary, forms with who decides them, money and vote thresholds.</summary>
public static class ReadLaw
{
    public sealed record LawView(
        DateOnly On,
        LawRow? Law,
        BaseSalaryRow? BaseSalary,
        IReadOnlyList<CommendationType> Types,
        IReadOnlyList<AwardForm> Forms,
        IReadOnlyList<CoefficientRow> Coefficients,
        IReadOnlyList<VoteThresholdRow> VoteThresholds,
        ClearanceRow? Clearance
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/law", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Quy định áp dụng theo ngày / The rules of a day")
            .WithDescription(
                "mark cho biết mức chắc chắn: V đã đọc văn bản, V2 nguồn trích dẫn, M theo trí nhớ, ? chưa rõ. / mark says how sure a row is: V read, V2 quoted, M from memory, ? not known."
            );

    static Ok<LawView> Handle(DateOnly? on, AwardLaw rules, TimeProvider clock)
    {
        var day = on ?? clock.Today();
        var law = rules.On(day);
        return TypedResults.Ok(
            new LawView(
                day,
                law,
                rules.SalaryOn(day),
                rules.CommendationTypes,
                rules.Forms,
                [.. rules.Coefficients.Where(row => row.LawId == law?.Id)],
                [.. rules.VoteThresholds.Where(row => row.LawId == law?.Id)],
                rules.ClearanceOn(day)
            )
        );
    }
}
