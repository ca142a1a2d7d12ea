namespace DanVan.Chassis.Messaging;

/// <summary>A queue as this version wants it.</summary>
/// <param name="Name">Its name in the first revision.</param>
/// <param name="Arguments">Its arguments; other arguments are another revision.</param>
/// <param name="Exchange">The exchange that feeds it.</param>
/// <param name="Key">The routing key under which it is bound there.</param>
sealed record QueuePlan(string Name, IReadOnlyDictionary<string, object?> Arguments, string Exchange, string Key)
{
    /// <summary>The queue's name in a revision, 1 and up.</summary>
    public string In(int revision) => revision == 1 ? Name : $"{Name}.v{revision}";
}
