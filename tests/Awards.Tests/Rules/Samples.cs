using DanVan.Awards.Decisions;
using DanVan.Awards.Law;
using DanVan.Awards.Models;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Awards.Tests.Rules;

static class Samples
{
    public static readonly AwardLaw LawOnFile = AwardLaw.Load(Path.Combine(AppContext.BaseDirectory, "Law", "award-law.json"));
    public static readonly DateOnly Today = Day("2026-11-21");

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    public static UnitVersion Unit(string kind, string level) =>
        new(Guid.CreateVersion7(), Day("2004-01-01"), null, kind, kind, kind, level, null, null, null);

    /// <summary>The decision of the article of 29/12/2022: its number and date are not stated, five collectives and ten individuals are.</summary>
    public static AwardDecision OfTheArticle(DeclaredCounts? declared = null)
    {
        var decision = Undated(Day("2022-12-29"), declared);
        Assert.Null(decision.StateReference(number: null, decidedOn: null, Today));
        return decision;
    }

    public static AwardDecision Undated(DateOnly? presentedOn, DeclaredCounts? declared = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Form = "BANG_KHEN_TINH",
            Type = "PHONG_TRAO_THI_DUA",
            Reason = "Thành tích xuất sắc trong phong trào thi đua Dân vận khéo năm 2022",
            PresentedOn = presentedOn,
            Declared = declared ?? new(5, 10, null),
            EntryDigest = [],
        };

    public static Recipient Recipient(
        string name,
        Guid? unit = null,
        RecipientKind kind = RecipientKind.Individual,
        string? other = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AwardDecisionId = Guid.CreateVersion7(),
            ScopeId = Guid.CreateVersion7(),
            Kind = kind,
            Name = name,
            NameKey = NameKey.Of(name),
            UnitId = unit,
            OtherAchievement = other,
        };

    public static Model Model(ModelStage stage = ModelStage.Registered, string? registeredOn = "2024-02-01") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Kind = ModelKind.Model,
            Name = "Tổ Covid cộng đồng",
            Field = ModelField.PhongChongDich,
            RegisteredOn = registeredOn is null ? null : Day(registeredOn),
            Stage = stage,
            EntryDigest = [],
        };

    public static void Refuses(this string code, Rejection? rejection) => Assert.Equal(code, rejection?.Code);
}
