using NodaTime;

namespace Muster.Domain.People;

/// <summary>What holds from a day on, until the next one of its list.</summary>
public sealed record Dated<T>(LocalDate From, T? Value)
    where T : struct;
