// A link such as /camunda/app/tasklist/default/#/?task=… keeps its last part only if the form carries it along.
document.getElementById('sign-in').action += window.location.hash;
