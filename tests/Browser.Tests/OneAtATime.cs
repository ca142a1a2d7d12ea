// Each class starts a platform and a browser of its own: two of both at once keep each other waiting on two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
