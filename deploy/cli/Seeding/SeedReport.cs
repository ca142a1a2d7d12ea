using Spectre.Console;

namespace DanVan.Cli.Seeding;

/// <summary>Prints expected beside found.</summary>
static class SeedReport
{
    public static void Print(IReadOnlyList<SeedOutcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "question", "expected", "found");
        foreach (var (mark, outcome) in outcomes.Select(outcome => (outcome.IsEqual ? "[green]✓[/]" : "[red]✗[/]", outcome)))
            table.AddRow(mark, Markup.Escape(outcome.What), Markup.Escape(outcome.Expected), Markup.Escape(outcome.Found));
        AnsiConsole.Write(table);
        var different = outcomes.Count(outcome => !outcome.IsEqual);
        Console.WriteLine(different == 0 ? $"All {outcomes.Count} equal." : $"{different} of {outcomes.Count} differ.");
    }
}
