namespace DanVan.Chassis;

/// <summary>On whose behalf the current work runs: a caller's subject, or the event reacted to. Goes into the journal.</summary>
public static class Actor
{
    static readonly AsyncLocal<string?> current = new();

    /// <summary>A client or staff id, <c>event:&lt;id&gt;</c> in a reaction, null in work that nobody asked for.</summary>
    public static string? Current
    {
        get => current.Value;
        set => current.Value = value;
    }
}
