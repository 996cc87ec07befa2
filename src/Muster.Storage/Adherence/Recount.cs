using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Days <c>[first, end)</c> of an agent that are to be judged anew from the log.</summary>
/// <param name="Number">Of the wish: another one when it is asked for again.</param>
public sealed record Recount(AgentId Agent, LocalDate First, LocalDate End, long Number);
