using DanVan.Cli.Local;
using DanVan.Directory.Import;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Import;

/// <summary>
/// The country before and after 01/07/2025, planned from the real files. They lie beside the project, not in it: where they are absent the tests say so
/// and skip.
/// </summary>
public sealed class Country
{
    static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data");
    public static readonly DateOnly Before = Day("2025-06-30");
    public static readonly DateOnly After = Day("2025-07-01");

    readonly Lazy<Carried> carried = new(() => new Carried());

    internal Carried Units
    {
        get
        {
            if (!System.IO.Directory.Exists(Folder))
                Assert.Skip($"The files of the administrative units are not at {Folder}");
            return carried.Value;
        }
    }

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(Folder, name));

    public static bool IsThere => System.IO.Directory.Exists(Folder);

    /// <summary>What the four files come to, one after the other.</summary>
    internal sealed class Carried
    {
        readonly List<DeclaredMerger> mergers = [];

        public Carried()
        {
            All.Add(Root());
            First = Take("units-2024.csv", new(Day("2004-07-08"), "QĐ 124/2004/QĐ-TTg", CompleteList: false));
            Declare("province-mergers-2025.csv");
            Declare("commune-mergers-2025.csv");
            Second = Take("units-2025.csv", new(After, "NQ 202/2025/QH15", CompleteList: true));
        }

        public List<Unit> All { get; } = [];
        public UnitPlan First { get; }
        public UnitPlan Second { get; }

        public IEnumerable<UnitPeriod> On(DateOnly day) => All.Select(unit => unit.On(day)).OfType<UnitPeriod>();

        public int Count(DateOnly day, UnitLevel level) => On(day).Count(period => period.Level == level);

        public Unit ByCode(string code, DateOnly day) => All.Single(unit => unit.On(day)?.Code == code);

        public IEnumerable<Unit> SuccessorsOf(Unit unit) =>
            All.Where(other => other.Predecessors.Any(predecessor => predecessor.UnitId == unit.Id));

        public UnitPlan Take(string file, ImportTerms terms)
        {
            var (rows, refused) = CsvTable.Read(File(file), UnitRow.Columns);
            Assert.Null(refused);
            var plan = UnitPlan.Make(All, mergers, rows, terms);
            All.AddRange(plan.Changes.Select(change => change.Unit).Except(All).ToList());
            return plan;
        }

        void Declare(string file)
        {
            var (rows, refused) = CsvTable.Read(File(file), MergerPlan.Columns);
            Assert.Null(refused);
            var plan = MergerPlan.Make(All, mergers, rows, After);
            Assert.DoesNotContain(plan.Results, row => row.Outcome is RowOutcome.Problem);
            mergers.AddRange(plan.Declared);
        }
    }
}
