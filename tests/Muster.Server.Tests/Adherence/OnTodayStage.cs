namespace Muster.Server.Tests.Adherence;

/// <summary>Tests that share the nodes of one stage.</summary>
[CollectionDefinition]
public sealed class OnTodayStage : ICollectionFixture<TodayStage>;
