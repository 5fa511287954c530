namespace PersonalDataHub.PersonView;

/// <summary>A view in the envelope that GraphQL answers come in, so that all contenders send the same body.</summary>
public sealed record ViewAnswer(View Data);
