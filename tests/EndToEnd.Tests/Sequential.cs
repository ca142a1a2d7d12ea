// Two collections start the whole platform, fourteen processes would run at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
