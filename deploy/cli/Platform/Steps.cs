using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DanVan.Cli.Platform;

/// <summary>Shows what is going on: in a terminal a spinner with the steps that run just now, elsewhere plain lines.</summary>
sealed class Steps
{
    readonly List<string> running = [];
    readonly StatusContext? spinner;
    readonly TextWriter lines;

    Steps(StatusContext? spinner, TextWriter lines)
    {
        this.spinner = spinner;
        this.lines = lines;
    }

    /// <summary>Says nothing: the output belongs to a program.</summary>
    public static Steps Silent { get; } = new(null, TextWriter.Null);

    public static Task Show(Func<Steps, Task> work) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? AnsiConsole.Status().Spinner(Spinner.Known.Dots).StartAsync("…", context => work(new Steps(context, Console.Out)))
            : work(new Steps(null, Console.Out));

    /// <summary>Runs one step under its title. Steps may run side by side.</summary>
    public Task Run(string title, Func<Task> step) =>
        Run(
            title,
            async () =>
            {
                await step();
                return true;
            },
            _ => "",
            _ => true
        );

    /// <summary>Runs a step whose result says how it went.</summary>
    public async Task<T> Run<T>(string title, Func<Task<T>> step, Func<T, string> describe, Func<T, bool> isGood)
    {
        var watch = Stopwatch.StartNew();
        Change(() => running.Add(title));
        if (spinner is null)
            lines.WriteLine($"… {title}");
        try
        {
            var result = await step();
            var text =
                $"{title} {describe(result)}".TrimEnd()
                + string.Create(CultureInfo.InvariantCulture, $" ({watch.Elapsed.TotalSeconds:0.0} s)");
            if (isGood(result))
                Line("✓", "green", text);
            else
                Line("✗", "red", text);
            return result;
        }
        catch
        {
            Line("✗", "red", title);
            throw;
        }
        finally
        {
            Change(() => running.Remove(title));
        }
    }

    /// <summary>A remark in passing.</summary>
    public void Say(string text) => Line("·", "grey", text);

    void Line(string mark, string colour, string text)
    {
        if (spinner is null)
            lines.WriteLine($"{mark} {text}");
        else
            AnsiConsole.MarkupLine($"[{colour}]{mark}[/] {Markup.Escape(text)}");
    }

    void Change(Action change)
    {
        lock (running)
        {
            change();
            if (spinner is not null && running.Count > 0)
                spinner.Status = Markup.Escape(string.Join(" · ", running));
        }
    }
}
