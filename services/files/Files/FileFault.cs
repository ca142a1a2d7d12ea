namespace DanVan.Files;

/// <summary>Why a file is not taken, or not now.</summary>
public enum FileFault
{
    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It is of no type that is taken.</summary>
    UnknownType,

    /// <summary>Text in another encoding.</summary>
    NotUtf8,

    /// <summary>It unpacks to too much.</summary>
    Bomb,

    /// <summary>It would run or fetch something, or holds files.</summary>
    Active,

    /// <summary>It asks for a password.</summary>
    Locked,

    /// <summary>It does not go on as it begins.</summary>
    Broken,

    /// <summary>A scanner found something.</summary>
    Infected,

    /// <summary>The scanner does not answer.</summary>
    NotScanned,

    /// <summary>Its bytes were given up before they belonged to anything.</summary>
    TookTooLong,
}
