// Each test starts several processes and measures times: two at once would disturb each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
