namespace DanVan.Files.Cleaning;

/// <summary>A file has a fault; thrown from inside its reading, where nothing else could be returned.</summary>
sealed class FaultyFile(FileFault fault) : Exception(fault.ToString())
{
    public FileFault Fault { get; } = fault;
}
