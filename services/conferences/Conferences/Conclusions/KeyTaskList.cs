namespace DanVan.Conferences.Conclusions;

/// <summary>How complete the list of key tasks is beside the number that the conference declared.</summary>
public enum ListStatus
{
    /// <summary>No number was stated. That is not zero.</summary>
    NotDeclared,

    /// <summary>Fewer entered than declared: the source names only some.</summary>
    IncompleteList,
    Complete,
    MoreThanDeclared,
}

/// <summary>Key tasks declared beside key tasks entered. Neither is ever derived from the other: "6 tasks" of which a newspaper names 2 stays 6 and 2.</summary>
public static class KeyTaskList
{
    /// <summary>The status of a list.</summary>
    public static ListStatus StatusOf(int? declared, int entered) =>
        declared switch
        {
            null => ListStatus.NotDeclared,
            var count when entered < count => ListStatus.IncompleteList,
            var count when entered > count => ListStatus.MoreThanDeclared,
            _ => ListStatus.Complete,
        };
}
