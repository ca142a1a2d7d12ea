using DanVan.Cli.Local;
using DanVan.Directory.Import;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Import;

/// <summary>
/// The country before and after 01/07/2025, and after Đồng Nai became a city, planned from the real files. They lie beside the project, not in it: where
/// they are absent the tests say so and skip.
/// </summary>
public sealed class Country
{
    static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data");
    public static readonly DateOnly Before = Day("2025-06-30");
    public static readonly DateOnly After = Day("2025-07-01");
    public static readonly DateOnly CityOfDongNai = Day("2026-04-30");

    readonly Lazy<Carried> carried = new(() => new Carried());

    internal Carried Units
    {
        get
        {
            SkipWithoutFiles();
            return carried.Value;
        }
    }

    /// <summary>A country of one's own, to change.</summary>
    internal static Carried Fresh()
    {
        SkipWithoutFiles();
        return new Carried();
    }

    public static void SkipWithoutFiles()
    {
        if (!System.IO.Directory.Exists(Folder))
            Assert.Skip($"The files of the administrative units are not at {Folder}");
    }

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>
    /// The list of 2025 as it stood on 01/07/2025. The file holds the state after 30/04/2026: Đồng Nai is a city in it, and ten more of its communes are
    /// wards. It does not say which ten. Taken here are the wards of Đồng Nai that no ward went up in: neither as a declared predecessor nor as the bearer
    /// of the code before. They are ten, as many as the resolution made; that it was these is a conclusion, not data.
    /// </summary>
    internal static IReadOnlyList<CsvRow> ListOf2025()
    {
        var then = Rows("units-2024.csv", UnitRow.Columns).Where(row => row.Fields[2] == "ward").Select(row => row.Fields[0]).ToHashSet();
        var grownOfWards = Rows("commune-mergers-2025.csv", MergerPlan.Columns)
            .Where(row => then.Contains(row.Fields[0]))
            .Select(row => row.Fields[2])
            .ToHashSet();
        return
        [
            .. Rows("units-2025.csv", UnitRow.Columns)
                .Select(row =>
                    row.Fields is ["75", ..] ? AsBefore(row, "province", "Tỉnh")
                    : row.Fields is [var code, _, "ward", _, _, "75"] && !then.Contains(code) && !grownOfWards.Contains(code)
                        ? AsBefore(row, "commune", "Xã")
                    : row
                ),
        ];
    }

    internal static IReadOnlyList<CsvRow> Rows(string file, string[] columns)
    {
        var (rows, refused) = CsvTable.Read(File(file), columns);
        Assert.Null(refused);
        return rows;
    }

    static CsvRow AsBefore(CsvRow row, string kind, string prefix) =>
        row with
        {
            Fields = [row.Fields[0], row.Fields[1], kind, row.Fields[3], $"{prefix} {row.Fields[3]}", row.Fields[5]],
        };

    /// <summary>What the files come to, one after the other.</summary>
    internal sealed class Carried
    {
        readonly List<DeclaredMerger> mergers = [];

        public Carried()
        {
            All.Add(Root());
            First = Take(Rows("units-2024.csv", UnitRow.Columns), new(Day("2004-07-08"), "QĐ 124/2004/QĐ-TTg", CompleteList: false));
            Declare("province-mergers-2025.csv");
            Declare("commune-mergers-2025.csv");
            Second = Take(ListOf2025(), new(After, "NQ 202/2025/QH15", CompleteList: true));
            mergers.Clear();
            Third = Take(Rows("units-2025.csv", UnitRow.Columns), new(CityOfDongNai, "NQ 30/2026/QH16", CompleteList: true));
        }

        public List<Unit> All { get; } = [];
        public UnitPlan First { get; }
        public UnitPlan Second { get; }
        public UnitPlan Third { get; }

        public IEnumerable<UnitPeriod> On(DateOnly day) => All.Select(unit => unit.On(day)).OfType<UnitPeriod>();

        public int Count(DateOnly day, UnitLevel level) => On(day).Count(period => period.Level == level);

        public int Count(DateOnly day, UnitKind kind) => On(day).Count(period => period.Kind == kind);

        public Unit ByCode(string code, DateOnly day) => All.Single(unit => unit.On(day)?.Code == code);

        public IEnumerable<Unit> SuccessorsOf(Unit unit) =>
            All.Where(other => other.Predecessors.Any(predecessor => predecessor.UnitId == unit.Id));

        public UnitPlan Take(IReadOnlyList<CsvRow> rows, ImportTerms terms)
        {
            var plan = UnitPlan.Make(All, mergers, rows, terms);
            All.AddRange(plan.Changes.Select(change => change.Unit).Except(All).ToList());
            return plan;
        }

        void Declare(string file)
        {
            var plan = MergerPlan.Make(All, mergers, Rows(file, MergerPlan.Columns), After);
            Assert.DoesNotContain(plan.Results, row => row.Outcome is RowOutcome.Problem);
            mergers.AddRange(plan.Declared);
        }
    }
}
