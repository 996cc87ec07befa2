using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Results;

internal sealed partial class RecountWork
{
    [LoggerMessage(LogEvents.RecountFailed, LogLevel.Error,
        "Days {First} to {End} of agent {Agent} cannot be judged anew here: what is stored of them stays.")]
    private partial void Failed(Exception fault, AgentId agent, LocalDate first, LocalDate end);
}
