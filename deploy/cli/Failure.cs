namespace DanVan.Cli;

/// <summary>Something the person at the keyboard must know: what went wrong, and what to do about it. Printed without a stack trace.</summary>
public sealed class Failure(string what, string todo, Exception? cause = null) : Exception($"{what} {todo}", cause)
{
    public string What { get; } = what;
    public string Todo { get; } = todo;
}
