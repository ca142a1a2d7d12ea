namespace DanVan.Petitions;

static class Outcomes
{
    static readonly Outcome[] Findings = [Outcome.Dung, Outcome.DungMotPhan, Outcome.Sai];
    static readonly Outcome[] Answers = [Outcome.TiepThu, Outcome.GiaiTrinh, Outcome.KhongCoCoSo];

    public static IReadOnlyList<Outcome> Of(PetitionKind kind) => kind is PetitionKind.KhieuNai or PetitionKind.ToCao ? Findings : Answers;
}
