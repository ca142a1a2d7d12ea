namespace DanVan.Platform.Tests.Faults;

/// <summary>Faults of shared servers: one at a time, beside nothing else.</summary>
[CollectionDefinition(nameof(FaultCollection), DisableParallelization = true)]
public sealed class FaultCollection;
