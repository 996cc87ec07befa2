using Muster.Adherence.Engine;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>Something that is said at a moment: to the engine, and for the record.</summary>
internal sealed record Telling(Instant At, Action<AdherenceEngine> Engine, Action<Facts> Record);
