namespace DanVan.Directory.Client.Replica;

/// <summary>Holds the calendar as it is now, for those that ask next.</summary>
internal sealed class CurrentCalendar
{
    private volatile WorkingCalendar value = new([]);

    public WorkingCalendar Value
    {
        get => value;
        set => this.value = value;
    }
}
