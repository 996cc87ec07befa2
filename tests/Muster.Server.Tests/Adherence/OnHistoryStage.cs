namespace Muster.Server.Tests.Adherence;

/// <summary>Tests that share the node of one stage.</summary>
[CollectionDefinition]
public sealed class OnHistoryStage : ICollectionFixture<HistoryStage>;
