using System.CommandLine;
using DanVan.Cli;
using DanVan.Cli.Verbs;
using Spectre.Console;
using Status = DanVan.Cli.Verbs.Status;

if (Console.IsOutputRedirected)
{
    // Plain text for files and pipes, and wide enough that no table breaks in two.
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    AnsiConsole.Profile.Capabilities.Interactive = false;
}
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);

var danvan = new RootCommand(
    "Runs the DanVan Platform on this machine: private PostgreSQL and RabbitMQ, the six services and their gateway."
)
{
    Up.Verb(),
    Down.Verb(),
    Status.Verb(),
    Logs.Verb(),
    Seed.Verb(),
    Token.Verb(),
    Keys.Verb(),
    Test.Verb(),
    Bench.Verb(),
    Replay.Verb(),
    Audit.Verb(),
    Reconcile.Verb(),
};
try
{
    return await danvan
        .Parse(args)
        .InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }
        );
}
catch (Failure failure)
{
    await Console.Error.WriteLineAsync($"danvan: {failure.What}\n  → {failure.Todo}");
    return 1;
}
catch (UnauthorizedAccessException denied)
{
    await Console.Error.WriteLineAsync(
        $"danvan: {denied.Message}\n  → Another account started this run: go on as that account, or clone the platform anew."
    );
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("danvan: interrupted.");
    return 130;
}
